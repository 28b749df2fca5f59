using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Goals;

/// <param name="LoggedMinutes">In minutes.</param>
public sealed record GoalDetails(
    Guid Id,
    Guid OwnerId,
    string Title,
    string? Why,
    string? DoneWhen,
    GoalState State,
    DateOnly Target,
    DateOnly? PausedUntil,
    DateOnly StartedOn,
    int LoggedMinutes,
    DateOnly? LastTimeEntryOn,
    DateOnly? LastCheckInOn,
    string? Area,
    string? Aspiration,
    string? Obstacle,
    string? IfThen,
    Guid? PredecessorId,
    string? PredecessorTitle,
    Guid? SuccessorId,
    string? SuccessorTitle
)
{
    public GoalFacts Facts =>
        new()
        {
            Id = Id,
            OwnerId = OwnerId,
            Title = Title,
            State = State,
            PausedUntil = PausedUntil,
            Target = Target,
            StartedOn = StartedOn,
            LastTimeEntryOn = LastTimeEntryOn,
            LastCheckInOn = LastCheckInOn,
        };

    public PlanSnapshot ToPlan(
        IReadOnlyList<PlanSnapshot.MilestoneSnapshot> milestones,
        IReadOnlyList<TaskRow> tasks
    ) =>
        new(
            Title,
            State,
            Target,
            PausedUntil,
            StartedOn,
            milestones,
            [
                .. tasks.Select(task => new PlanSnapshot.TaskSnapshot(
                    task.Id,
                    task.Title,
                    task.Estimate,
                    task.MilestoneId,
                    task.DoneOn
                )),
            ]
        );
}
