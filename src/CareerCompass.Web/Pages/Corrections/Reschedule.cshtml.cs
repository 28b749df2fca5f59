using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Route = CareerCompass.Domain.Goals.Route;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class RescheduleModel(PageTools tools) : CorrectionPage(tools)
{
    private Dictionary<Guid, Route.Stop> ahead = [];

    [BindProperty]
    public RescheduleInput Input { get; set; } = new();

    /// <summary>Fills the form with everything shifted so that the target falls on this day.</summary>
    [FromQuery]
    public DateOnly? To { get; set; }

    /// <summary>Days that the whole route can be shifted to with one click.</summary>
    public IEnumerable<(string Label, DateOnly To)> Shifts
    {
        get
        {
            var target = Standing.Facts.Target;
            if (Standing.Forecast is { } forecast && forecast.P80 > target)
            {
                yield return (T["to the middle forecast, {0}", forecast.P50], forecast.P50);
                yield return (T["to the cautious forecast, {0}", forecast.P80], forecast.P80);
            }

            yield return (T["by a month"], target.AddMonths(1));
            yield return (T["by three months"], target.AddMonths(3));
        }
    }

    public string TitleOf(Guid milestoneId) => ahead.TryGetValue(milestoneId, out var stop) ? stop.Title : T["A milestone that is gone"];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await base.OnGetAsync() is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult page)
        {
            return NotFound();
        }

        ahead = await Db.Milestones.Where(milestone => milestone.GoalId == GoalId && milestone.ReachedOn == null).OrderBy(milestone => milestone.Date)
            .Select(milestone => new Route.Stop(milestone.Id, milestone.Title, milestone.Date, null)).ToDictionaryAsync(stop => stop.Id);
        if (HttpMethods.IsGet(Request.Method))
        {
            var target = Standing.Facts.Target;
            var days = (To ?? target).DayNumber - target.DayNumber;
            Input.Target = target.AddDays(days);
            Input.Dates = [.. ahead.Values.Select(stop => new MilestoneDate { MilestoneId = stop.Id, Date = stop.Date.AddDays(days) })];
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync()
    {
        for (var i = 0; i < Input.Dates.Count; i++)
        {
            CheckDate(i);
        }

        return ModelState.IsValid
            ? CorrectAsync(
                goal => goal.Reschedule(Input.Target!.Value, Input.Dates.ToDictionary(row => row.MilestoneId, row => row.Date!.Value), Input.ToBecause(), Today, Now),
                T["Rescheduled. The earlier route is kept in the history."])
            : OnGetAsync();
    }

    // The domain says it too, but not beside which of several dates
    private void CheckDate(int row)
    {
        try
        {
            Limits.CheckDate(Input.Dates[row].Date!.Value, Today, "");
        }
        catch (RuleBroken rule)
        {
            ModelState.AddModelError($"Input.Dates[{row}].Date", T.Of(rule));
        }
    }

    public sealed record RescheduleInput : BecauseInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        public DateOnly? Target { get; set; }

        public List<MilestoneDate> Dates { get; set; } = [];
    }

    public sealed record MilestoneDate
    {
        public Guid MilestoneId { get; set; }

        [Required(ErrorMessage = Kept.FillIn)]
        public DateOnly? Date { get; set; }
    }
}
