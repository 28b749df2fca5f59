using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class RescheduleModel(PageDependencies tools) : CorrectionPage(tools)
{
    private Dictionary<Guid, OpenMilestone> openMilestones = [];

    [BindProperty]
    public RescheduleInput Input { get; set; } = new();

    /// <summary>Shifts all dates so that the target falls on this day, or on the forecast's "p50" or "p80".</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>A milestone to move to <see cref="By"/>, along with the target if necessary.</summary>
    [FromQuery]
    public Guid? Stop { get; set; }

    [FromQuery]
    public DateOnly? By { get; set; }

    public IEnumerable<(string Label, DateOnly To)> Shifts
    {
        get
        {
            var target = GoalStatus.Facts.Target;
            if (GoalStatus.Forecast is { } likely && likely.P50 > target)
            {
                yield return (T["to the likely date, {0}", likely.P50], likely.P50);
            }

            if (GoalStatus.Forecast is { } forecast && forecast.P80 > target)
            {
                yield return (T["to the cautious date, {0}", forecast.P80], forecast.P80);
            }

            yield return (T["by a month"], target.AddMonths(1));
            yield return (T["by three months"], target.AddMonths(3));
        }
    }

    protected override RationaleInput RationaleInput => Input;

    public string TitleOf(Guid milestoneId) =>
        openMilestones.TryGetValue(milestoneId, out var stop) ? stop.Title : T["Deleted milestone"];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await base.OnGetAsync() is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult page)
        {
            return NotFound();
        }

        openMilestones = await Db
            .Milestones.Where(milestone => milestone.GoalId == GoalId && milestone.ReachedOn == null)
            .Where(milestone =>
                !Db.Tasks.Any(task => task.MilestoneId == milestone.Id)
                || Db.Tasks.Any(task => task.MilestoneId == milestone.Id && task.DoneOn == null)
            )
            .OrderBy(milestone => milestone.Date)
            .Select(milestone => new OpenMilestone(milestone.Id, milestone.Title, milestone.Date, milestone.Version))
            .ToDictionaryAsync(stop => stop.Id);
        if (
            await Db.Goals.Where(goal => goal.Id == GoalId).Select(goal => (int?)goal.Version).SingleOrDefaultAsync()
            is not { } version
        )
        {
            return NotFound();
        }

        if (HttpMethods.IsGet(Request.Method) || IsShift)
        {
            Shift();
        }

        Input.Version = version;
        Input.Dates.ForEach(row =>
            row.Version = openMilestones.TryGetValue(row.MilestoneId, out var stop) ? stop.Version : row.Version
        );
        if (HttpMethods.IsGet(Request.Method) && Input.Target != GoalStatus.Facts.Target)
        {
            await TryLoadPreviewAsync();
        }

        return page;
    }

    public override Task<IActionResult> OnPostAsync()
    {
        for (var i = 0; !IsShift && i < Input.Dates.Count; i++)
        {
            CheckDate(i);
        }

        return !ModelState.IsValid ? OnGetAsync()
            : IsShift ? PreviewAsync()
            : base.OnPostAsync();
    }

    protected override Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale)
    {
        Db.RequireVersion(goal, Input.Version);
        foreach (var row in Input.Dates)
        {
            if (goal.Milestones.FirstOrDefault(milestone => milestone.Id == row.MilestoneId) is { } milestone)
            {
                Db.RequireVersion(milestone, row.Version);
            }
        }

        var dates = Input
            .Dates.DistinctBy(row => row.MilestoneId)
            .ToDictionary(row => row.MilestoneId, row => row.Date!.Value);
        return Task.FromResult(
            new CorrectionResult(goal.Reschedule(Input.Target!.Value, dates, rationale, Today, Now))
        );
    }

    protected override string Confirmation(CorrectionResult correctionResult) =>
        T["Rescheduled. The previous plan is in the history."];

    // Pressed in the form, not left over in the page's address
    private bool IsShift => Request.HasFormContentType && Request.Form.ContainsKey(nameof(To));

    private void Shift()
    {
        foreach (
            var key in ModelState
                .Keys.Where(key =>
                    key is "Input.Target" or "Input.Version" or "To"
                    || key.StartsWith("Input.Dates", StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            ModelState.Remove(key);
        }

        var target = GoalStatus.Facts.Target;
        var to =
            Wanted is { } wanted && wanted > Today && wanted <= Today.AddYears(Limits.MaxYearsAhead) ? wanted : target;
        var first = openMilestones.Count > 0 ? openMilestones.Values.Min(stop => stop.Date) : target;
        if (
            HttpMethods.IsGet(Request.Method)
            && By > Today
            && By <= Today.AddYears(Limits.MaxYearsAhead)
            && Stop is { } one
            && openMilestones.TryGetValue(one, out var moved)
        )
        {
            openMilestones[one] = moved with { Date = By.Value };
            (to, target) = (By > target ? By.Value : target, By > target ? By.Value : target);
        }

        Input.Target = to;
        Input.Dates =
        [
            .. openMilestones.Values.Select(stop => new MilestoneDate
            {
                MilestoneId = stop.Id,
                Date = Goal.ShiftProportionally(stop.Date, first, target, to, Today),
            }),
        ];
    }

    private DateOnly? Wanted =>
        To?.ToLowerInvariant() switch
        {
            "p50" => GoalStatus.Forecast?.P50,
            "p80" => GoalStatus.Forecast?.P80,
            var text => DateOnly.TryParseExact(
                text,
                "O",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null,
        };

    // The domain checks this too, but does not say which date is wrong
    private void CheckDate(int row)
    {
        try
        {
            Limits.CheckDate(Input.Dates[row].Date!.Value, Today, "");
        }
        catch (DomainRuleException rule)
        {
            ModelState.AddModelError($"Input.Dates[{row}].Date", T.Text(rule));
        }
    }

    public sealed record RescheduleInput : RationaleInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? Target { get; set; }

        public List<MilestoneDate> Dates { get; set; } = [];

        public int Version { get; set; }
    }

    public sealed record MilestoneDate
    {
        public Guid MilestoneId { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? Date { get; set; }

        public int Version { get; set; }
    }

    private sealed record OpenMilestone(Guid Id, string Title, DateOnly Date, int Version);
}
