using CareerCompass.Domain.Forecasting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages;

/// <summary>How the forecasts have held so far, and the person's own targets beside them.</summary>
public sealed class CalibrationModel(PageTools tools) : AppPage(tools)
{
    public Calibration Calibration { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync()
    {
        var seen = await Db.Sightings.Where(sighting => sighting.P10 != null)
            .Join(Db.Goals, sighting => sighting.GoalId, goal => goal.Id, (sighting, goal) => new { sighting, goal })
            .Select(row => new Seen(
                row.goal.Id, row.sighting.Week, row.sighting.Target, row.sighting.P10!.Value, row.sighting.P50!.Value, row.sighting.P80!.Value, row.sighting.P90!.Value,
                row.goal.State, row.goal.StartedOn, row.goal.EndedOn))
            .ToListAsync();
        Calibration = Calibration.Of(seen, Today);
        return Page();
    }

    /// <summary>The scores that there is something to say of.</summary>
    public IEnumerable<(string Name, Score Score)> Rows() =>
        Calibration.Scores.Select(score => (T["Dates we called {0} %", (int)Math.Round(100 * score.Said!.Value)], score))
            .Append((T["Your own target dates"], Calibration.Targets)).Where(row => row.Item2.Known > 0);
}
