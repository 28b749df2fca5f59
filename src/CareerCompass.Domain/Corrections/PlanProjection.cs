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
        var scheduled = Inputs.Plan.Goals.FirstOrDefault(goal => goal.Id == goalId);
        var after = planSnapshot.ToSchedulable(goalId, scheduled);
        IReadOnlyList<SchedulableGoal> plan =
            scheduled is null ? InsertByPriority(after, updated.Priority)
            : planSnapshot.State is GoalState.Active or GoalState.Paused
                ? [.. Inputs.Plan.Goals.Select(goal => goal.Id == goalId ? after : goal)]
            : [.. Inputs.Plan.Goals.Where(goal => goal.Id != goalId)];
        return new PlanProjection(
            old is null ? [.. Goals, updated] : [.. Goals.Select(goal => goal == old ? updated : goal)],
            Inputs with
            {
                Plan = Inputs.Plan with { Goals = plan },
            }
        );
    }

    public PlanProjection With(WeekMinutes capacity) =>
        this with
        {
            Inputs = Inputs with
            {
                Plan = Inputs.Plan with
                {
                    Capacities =
                    [
                        .. Inputs.Plan.Capacities.Where(row => row.Week < capacity.Week),
                        capacity,
                        .. Inputs.Plan.Capacities.Where(row => row.Week > capacity.Week),
                    ],
                },
            },
        };

    private List<SchedulableGoal> InsertByPriority(SchedulableGoal added, int priority)
    {
        var priorities = Goals.ToDictionary(goal => goal.Id, goal => goal.Priority);
        var goals = Inputs.Plan.Goals.ToList();
        var index = goals.FindIndex(goal => priorities.GetValueOrDefault(goal.Id, int.MinValue) > priority);
        goals.Insert(index < 0 ? goals.Count : index, added);
        return goals;
    }

    public IReadOnlyList<GoalStatus> GoalStatuses()
    {
        var forecaster = new Forecaster(Inputs);
        return [.. Goals.Select(goal => GoalStatus.Evaluate(goal, forecaster))];
    }
}
