using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class HoursModel(PageDependencies tools) : SetupPage(tools)
{
    private static readonly int[] DefaultHours = [2, 3, 5, 8, 12];

    [FromRoute]
    public Guid GoalId { get; set; }

    public override GoalSetupStep Step => GoalSetupStep.Hours;

    public override Guid? CurrentGoalId => GoalId;

    [BindProperty]
    public HoursInput Input { get; set; } = new();

    /// <summary>Minutes a week chosen from the list, instead of typed.</summary>
    [BindProperty]
    public int? Pick { get; set; }

    /// <summary>The goal at the hours that are typed, or else current.</summary>
    public GoalStatus GoalStatus { get; private set; } = null!;

    public int CurrentMinutes => Person.CapacityOn(Today);

    public int EnteredMinutes { get; private set; }

    /// <summary>The goal at other hours, including those that just meet the target.</summary>
    public IReadOnlyList<(int Minutes, GoalStatus GoalStatus)> Choices { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var goals = await Db.Facts(Db.Goals.Where(goal => goal.Id == GoalId)).AsNoTracking().ToListAsync();
        if (goals.Count == 0)
        {
            return NotFound();
        }

        var forecaster = await Db.ForecasterAsync(Person, Today);
        var projection = new PlanProjection(goals, forecaster.Inputs);
        EnteredMinutes = Read(Input.Hours ?? Request.Query["hours"]) ?? CurrentMinutes;
        GoalStatus = StatusAt(projection, EnteredMinutes);
        Choices = [.. OtherMinutes(forecaster).Select(minutes => (minutes, StatusAt(projection, minutes)))];
        Input = HttpMethods.IsPost(Request.Method) ? Input : new() { Hours = Duration.Format(EnteredMinutes) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        var minutes = Pick is { } picked
            ? Limits.CheckMinutes(picked, Limits.MaxWeekMinutes, nameof(Input.Hours))
            : Duration.Parse(Input.Hours, Limits.MaxWeekMinutes, nameof(Input.Hours))!.Value;
        if (minutes != CurrentMinutes)
        {
            await Db.SetCapacityAsync(await Db.People.SingleAsync(), Today, minutes);
        }

        return await ContinueAsync(goal);
    }

    private IEnumerable<int> OtherMinutes(Forecaster forecaster)
    {
        var missed = forecaster.Schedule.MissedDates.FirstOrDefault(date =>
            date.GoalId == GoalId && date.MilestoneId is null
        );
        var required = missed is null ? null : Schedule.RequiredWeeklyMinutes(forecaster.Inputs.Plan, missed);
        return DefaultHours
            .Select(hours => hours * 60)
            .Append(required ?? CurrentMinutes)
            .Where(minutes => minutes != CurrentMinutes && minutes <= Limits.MaxWeekMinutes)
            .Distinct()
            .Order();
    }

    private GoalStatus StatusAt(PlanProjection projection, int minutes) =>
        projection.With(new WeekMinutes(IsoWeek.Monday(Today), minutes)).GoalStatuses()[0];

    private static int? Read(string? hours)
    {
        try
        {
            return Duration.Parse(hours, Limits.MaxWeekMinutes, nameof(Input.Hours));
        }
        catch (DomainRuleException)
        {
            return null;
        }
    }

    public sealed record HoursInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(40)]
        public string? Hours { get; set; }
    }
}
