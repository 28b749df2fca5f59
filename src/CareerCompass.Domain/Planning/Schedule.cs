using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Planning;

/// <summary>Which task is worked on in which week. Goals take hours by priority, with their recurring and pinned tasks,
/// so that no goal delays one above it; tasks by milestone date and then position. Each task takes the remaining minutes
/// from its first possible week on, may span weeks, and never starts before its dependencies end. A task added last moves
/// no other. A pure function of <see cref="ScheduleInputs"/>, never stored.</summary>
/// <param name="UnestimatedTaskIds">Tasks scheduled with <see cref="DefaultEstimateMinutes"/>.</param>
/// <param name="PinnedTooEarlyTaskIds">Tasks pinned before the end of their dependencies.</param>
public sealed record Schedule(
    IReadOnlyList<Schedule.Allocation> Allocations,
    IReadOnlyList<Schedule.Week> Weeks,
    IReadOnlyList<Schedule.MissedDate> MissedDates,
    IReadOnlyList<Guid> UnestimatedTaskIds,
    IReadOnlyList<Guid> UnscheduledTaskIds,
    IReadOnlyList<Guid> PinnedTooEarlyTaskIds,
    IReadOnlyDictionary<Guid, ScheduledGoal> Goals
)
{
    /// <summary>Assumed minutes of a task without an estimate.</summary>
    public const int DefaultEstimateMinutes = 60;

    /// <summary>Weeks after this one that are listed even if they have no tasks.</summary>
    public const int NearWeeks = 4;

    /// <summary>Ten years.</summary>
    public const int MaxWeeks = 522;

    /// <summary>Weeks over capacity because of pins or recurring tasks.</summary>
    public IEnumerable<Week> OverloadedWeeks => Weeks.Where(week => week.Load > week.Capacity);

    /// <summary>The first week of each task that is scheduled.</summary>
    public Dictionary<Guid, DateOnly> FirstWeeks()
    {
        var weeks = new Dictionary<Guid, DateOnly>();
        foreach (var allocation in Allocations)
        {
            weeks.TryAdd(allocation.TaskId, allocation.Week);
        }

        return weeks;
    }

    public sealed record Allocation(Guid GoalId, Guid TaskId, DateOnly Week, int Minutes, bool IsPinned);

    /// <param name="Capacity">Available minutes.</param>
    /// <param name="Load">Allocated minutes, of which <paramref name="PinnedMinutes"/> are pinned.</param>
    public sealed record Week(DateOnly Monday, int Capacity, int Load, int PinnedMinutes);

    /// <summary>A date that the schedule does not meet, and what would help.</summary>
    /// <param name="MilestoneId">Null for the goal's target.</param>
    /// <param name="FeasibleDate">The date by which the work fits; null when it does not fit at all.</param>
    public sealed record MissedDate(
        Guid GoalId,
        Guid? MilestoneId,
        string Title,
        DateOnly Date,
        int Needed,
        int Available,
        DateOnly? FeasibleDate
    )
    {
        public int ExcessMinutes => Needed - Available;
    }

    /// <summary>The smallest weekly minutes from now on, in quarters of an hour, that meet a missed date.</summary>
    /// <returns>Null when no hours are enough.</returns>
    public static int? RequiredWeeklyMinutes(ScheduleInputs inputs, MissedDate missed)
    {
        var current = Capacity.WeeklyMinutesOn(inputs.Capacities, IsoWeek.Monday(inputs.Today).AddDays(6));
        bool Suffices(int quarters) =>
            !Create(inputs.WithMoreCapacity(15 * quarters))
                .MissedDates.Any(other => (other.GoalId, other.MilestoneId) == (missed.GoalId, missed.MilestoneId));

        var (insufficient, sufficient) = (0, Math.Max(0, (Limits.MaxWeekMinutes - current) / 15));
        if (missed.Date < inputs.Today || !Suffices(sufficient))
        {
            return null;
        }

        while (sufficient - insufficient > 1)
        {
            var middle = (insufficient + sufficient) / 2;
            (insufficient, sufficient) = Suffices(middle) ? (insufficient, middle) : (middle, sufficient);
        }

        return current + (15 * sufficient);
    }

    /// <exception cref="DomainRuleException">The dependencies form a cycle.</exception>
    public static Schedule Create(ScheduleInputs inputs)
    {
        var calendar = new CapacityCalendar(inputs);
        var goals = inputs.Goals.Select(goal => new GoalScheduler(goal, calendar)).ToList();
        var missedDates = new List<MissedDate>();
        var scheduledGoals = new Dictionary<Guid, ScheduledGoal>(goals.Count);
        foreach (var (rank, goal) in goals.Index())
        {
            goal.Place();
            scheduledGoals.Add(goal.GoalId, goal.Describe(goals.Take(rank)));
            missedDates.AddRange(goal.MissedDates());
        }

        var allocations = goals.SelectMany(goal => goal.Allocations).OrderBy(allocation => allocation.Week).ToList();
        var pinned = allocations
            .Where(allocation => allocation.IsPinned)
            .GroupBy(allocation => allocation.Week)
            .ToDictionary(week => week.Key, week => week.Sum(allocation => allocation.Minutes));
        var last = Math.Max(0, Array.FindLastIndex(calendar.TaskMinutes, minutes => minutes > 0));
        return new Schedule(
            allocations,
            [
                .. Enumerable
                    .Range(0, Math.Max(last, NearWeeks) + 1)
                    .Select(week => new Week(
                        calendar.Monday(week),
                        calendar.Minutes(week),
                        calendar.ReservedMinutes[week],
                        pinned.GetValueOrDefault(calendar.Monday(week))
                    )),
            ],
            [.. missedDates],
            [
                .. inputs
                    .Goals.SelectMany(goal => goal.Tasks)
                    .Where(task => task.Estimate is null)
                    .Select(task => task.Id),
            ],
            [.. goals.SelectMany(goal => goal.UnscheduledTaskIds)],
            [.. goals.SelectMany(goal => goal.PinnedTooEarlyTaskIds)],
            scheduledGoals
        );
    }
}
