using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Corrections;

/// <summary>The inputs from which goal statuses are computed for a day.</summary>
/// <param name="Goals">All active goals, because they share capacity, and any others of interest.</param>
public sealed record PlanProjection(IReadOnlyList<GoalFacts> Goals, ForecastInputs Inputs)
{
    /// <summary>Returns a projection in which the goal has another plan, or is added.</summary>
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
