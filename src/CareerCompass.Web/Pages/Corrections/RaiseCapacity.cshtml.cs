using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class HoursModel(PageDependencies tools) : CorrectionPage(tools)
{
    [BindProperty]
    public HoursInput Input { get; set; } = new();

    /// <summary>The hours a week with which the schedule meets the target; null when it does, or none are enough.</summary>
    public int? RequiredWeeklyMinutes
    {
        get
        {
            var plan = PlanProjection.Inputs.Plan;
            var missed = new Forecaster(PlanProjection.Inputs).Schedule.MissedDates.FirstOrDefault(date =>
                date.GoalId == GoalId && date.MilestoneId is null
            );
            return missed is null ? null : Schedule.RequiredWeeklyMinutes(plan, missed);
        }
    }

    /// <summary>The capacity planned for a later week, which ends the capacity entered here.</summary>
    public WeekMinutes? LaterCapacity =>
        Person
            .WeeklyCapacities.Where(row => row.Week > IsoWeek.Monday(Input.From ?? Today))
            .Select(row => (WeekMinutes?)row)
            .FirstOrDefault();

    protected override RationaleInput RationaleInput => Input;

    public override async Task<IActionResult> OnGetAsync()
    {
        Input.From ??= IsoWeek.Monday(Today);
        return await base.OnGetAsync();
    }

    protected override Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(
            new CorrectionResult(
                goal.RaiseCapacity(
                    Person.WeeklyCapacities,
                    Input.From!.Value,
                    Duration.Parse(Input.Hours, Limits.MaxWeekMinutes, nameof(Input.Hours))!.Value,
                    rationale,
                    Today,
                    Now
                )
            )
        );

    protected override string Confirmation(CorrectionResult correctionResult) =>
        T[
            "{0} a week, starting the week of {1}.",
            T.Minutes(correctionResult.Correction.ChangeSet!.Capacity!.MinutesAfter),
            correctionResult.Correction.ChangeSet.Capacity.Week
        ];

    public sealed record HoursInput : RationaleInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? From { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public string? Hours { get; set; }
    }
}
