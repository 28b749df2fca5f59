using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

/// <summary>More hours a week, so that the goal gets on.</summary>
public sealed class HoursModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public HoursInput Input { get; set; } = new();

    /// <summary>What is left and how much a week that takes by the target.</summary>
    public PaceEstimate PaceEstimate => new(GoalStatus.Facts.OpenMinutes, Math.Max(1, Me.CapacityOn(Today)), Today, GoalStatus.Facts.Target);

    /// <summary>The hours that are planned from a later week on, which end what is given here.</summary>
    public WeekMinutes? Later => Me.Hours.Where(row => row.Week > IsoWeek.Monday(Input.From ?? Today)).Select(row => (WeekMinutes?)row).FirstOrDefault();

    protected override BecauseInput Why => Input;

    public override async Task<IActionResult> OnGetAsync()
    {
        Input.From ??= IsoWeek.Monday(Today);
        return await base.OnGetAsync();
    }

    protected override Task<Turn> DecideAsync(Goal goal, Rationale rationale) => Task.FromResult(new Turn(
        goal.RaiseCapacity(Me.Hours, Input.From!.Value, Duration.Parse(Input.Hours, Limits.MaxWeekMinutes, nameof(Input.Hours))!.Value, rationale, Today, Now)));

    protected override string Say(Turn turn) =>
        T["{0} a week from the week of {1}.", T.Minutes(turn.Correction.ChangeSet!.Capacity!.MinutesAfter), turn.Correction.ChangeSet.Capacity.Week];

    public sealed record HoursInput : BecauseInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        public DateOnly? From { get; set; }

        [Required(ErrorMessage = Kept.FillIn)]
        public string? Hours { get; set; }
    }
}
