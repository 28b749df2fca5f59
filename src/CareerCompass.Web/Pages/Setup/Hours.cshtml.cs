using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
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

    public SetupWorkload Plan { get; private set; } = null!;

    public int CurrentMinutes => Person.CapacityOn(Today);

    /// <summary>The minutes a week that the sentence is about: typed, or else current.</summary>
    public int EnteredMinutes { get; private set; }

    /// <summary>Other capacities, including the one that just meets the target.</summary>
    public IEnumerable<(int Minutes, PaceEstimate Reckoning)> Choices =>
        DefaultHours
            .Select(hours => hours * 60)
            .Append(
                Plan.PaceFor(CurrentMinutes).RequiredWeeklyMinutes * Math.Max(1, Plan.ActiveGoals) ?? CurrentMinutes
            )
            .Where(minutes => minutes != CurrentMinutes && minutes <= Limits.MaxWeekMinutes)
            .Distinct()
            .Order()
            .Select(minutes => (minutes, Plan.PaceFor(minutes)));

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await SetupWorkload.LoadAsync(Db, GoalId, Today) is not { } plan)
        {
            return NotFound();
        }

        Plan = plan;
        EnteredMinutes = Read(Input.Hours ?? Request.Query["hours"]) ?? CurrentMinutes;
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

        var next = await ContinueAsync(goal);
        if (Then is null && await Db.ScheduleGoalAsync(GoalId, Today, Now))
        {
            await Db.SaveChangesAsync();
        }

        return next;
    }

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
