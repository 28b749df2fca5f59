using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>What the standings of a person's goals follow from on a day.</summary>
/// <param name="Goals">All active ones, as they share the hours a week, and those that are asked about.</param>
public sealed record PlanProjection(IReadOnlyList<GoalFacts> Goals, ForecastInputs Inputs)
{
    /// <summary>The same with a goal on another route, or with one more goal.</summary>
    public PlanProjection With(Guid ownerId, Guid goalId, PlanSnapshot planSnapshot)
    {
        var old = Goals.FirstOrDefault(goal => goal.Id == goalId);
        var updated = old?.WithPlan(planSnapshot) ?? GoalFacts.From(ownerId, goalId, planSnapshot);
        var last = planSnapshot
            .Tasks.Where(task => task.DoneOn is null)
            .SelectMany(task => task.Allocations ?? [])
            .Max(allocationSnapshot => (DateOnly?)allocationSnapshot.Week);
        return new PlanProjection(
            old is null ? [.. Goals, updated] : [.. Goals.Select(goal => goal == old ? updated : goal)],
            Inputs with
            {
                ActiveGoalIds =
                [
                    .. Inputs.ActiveGoalIds.Where(id => id != goalId),
                    .. planSnapshot.State == GoalState.Active ? new[] { goalId } : [],
                ],
                LastScheduledWeeks = Inputs
                    .LastScheduledWeeks.Where(goal => goal.Key != goalId)
                    .Concat(last is { } week ? [KeyValuePair.Create(goalId, week)] : [])
                    .ToDictionary(),
            }
        );
    }

    /// <summary>The same with other hours from a week on, until the next row.</summary>
    public PlanProjection With(WeekMinutes capacity) =>
        this with
        {
            Inputs = Inputs with
            {
                Capacities =
                [
                    .. Inputs.Capacities.Where(row => row.Week < capacity.Week),
                    capacity,
                    .. Inputs.Capacities.Where(row => row.Week > capacity.Week),
                ],
            },
        };

    public IReadOnlyList<GoalStatus> GoalStatuses()
    {
        var forecaster = new Forecaster(Inputs);
        return [.. Goals.Select(goal => GoalStatus.Evaluate(goal, forecaster))];
    }
}
