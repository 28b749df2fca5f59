using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class HoursModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public HoursInput Input { get; set; } = new();

    public PaceEstimate PaceEstimate =>
        new(GoalStatus.Facts.OpenMinutes, Math.Max(1, Person.CapacityOn(Today)), Today, GoalStatus.Facts.Target);

    /// <summary>The capacity planned for a later week, which ends the capacity entered here.</summary>
    public WeekMinutes? Later =>
        Person
            .Hours.Where(row => row.Week > IsoWeek.Monday(Input.From ?? Today))
            .Select(row => (WeekMinutes?)row)
            .FirstOrDefault();

    protected override RationaleInput Why => Input;

    public override async Task<IActionResult> OnGetAsync()
    {
        Input.From ??= IsoWeek.Monday(Today);
        return await base.OnGetAsync();
    }

    protected override Task<Decision> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(
            new Decision(
                goal.RaiseCapacity(
                    Person.Hours,
                    Input.From!.Value,
                    Duration.Parse(Input.Hours, Limits.MaxWeekMinutes, nameof(Input.Hours))!.Value,
                    rationale,
                    Today,
                    Now
                )
            )
        );

    protected override string Confirmation(Decision decision) =>
        T[
            "{0} a week, starting the week of {1}.",
            T.Minutes(decision.Correction.ChangeSet!.Capacity!.MinutesAfter),
            decision.Correction.ChangeSet.Capacity.Week
        ];

    public sealed record HoursInput : RationaleInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? From { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public string? Hours { get; set; }
    }
}
