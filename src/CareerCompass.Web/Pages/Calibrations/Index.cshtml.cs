using CareerCompass.Domain.Forecasting;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Calibrations;

public sealed class CalibrationModel(PageDependencies tools) : AppPage(tools)
{
    public Calibration Calibration { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync()
    {
        var forecastOutcomes = await Db
            .ForecastRecords.Where(forecastRecord => forecastRecord.P10 != null)
            .Join(
                Db.Goals,
                forecastRecord => forecastRecord.GoalId,
                goal => goal.Id,
                (forecastRecord, goal) => new { forecastRecord, goal }
            )
            .Select(row => new ForecastOutcome(
                row.goal.Id,
                row.forecastRecord.Week,
                row.forecastRecord.Target,
                row.forecastRecord.P10!.Value,
                row.forecastRecord.P50!.Value,
                row.forecastRecord.P80!.Value,
                row.forecastRecord.P90!.Value,
                row.goal.State,
                row.goal.StartedOn,
                row.goal.EndedOn
            ))
            .ToListAsync();
        Calibration = Calibration.From(forecastOutcomes, Today);
        return Page();
    }

    public IEnumerable<(string Name, CalibrationScore Score)> Rows() =>
        Calibration
            .CalibrationScores.Select(calibrationScore =>
                (
                    T["Dates with a {0} % chance", (int)Math.Round(100 * calibrationScore.PredictedChance!.Value)],
                    calibrationScore
                )
            )
            .Append((T["Your own target dates"], Calibration.TargetScore))
            .Where(row => row.Item2.KnownCount > 0);
}
