namespace CareerCompass.Domain.Planning;

/// <summary>Allocates open tasks to weeks: goals by priority, and tasks by milestone date and then position. Each task
/// takes the remaining minutes from its first possible week on, may span weeks, and never starts before its
/// dependencies end. A task added last moves no other. A pure function of <see cref="ScheduleInputs"/>.</summary>
/// <param name="UnestimatedTaskIds">Tasks scheduled with <see cref="DefaultEstimateMinutes"/>.</param>
/// <param name="PinnedTooEarlyTaskIds">Tasks pinned before the end of their dependencies.</param>
public sealed record Schedule(
    IReadOnlyList<Schedule.Allocation> Allocations,
    IReadOnlyList<Schedule.Week> Weeks,
    IReadOnlyList<Schedule.MissedDate> MissedDates,
    IReadOnlyList<Guid> UnestimatedTaskIds,
    IReadOnlyList<Guid> UnscheduledTaskIds,
    IReadOnlyList<Guid> PinnedTooEarlyTaskIds
)
{
    /// <summary>Assumed minutes of a task without an estimate.</summary>
    public const int DefaultEstimateMinutes = 60;

    /// <summary>Ten years.</summary>
    public const int MaxWeeks = 522;

    /// <summary>Weeks over capacity because of pins or recurring tasks.</summary>
    public IEnumerable<Week> OverloadedWeeks => Weeks.Where(week => week.Load > week.Capacity);

    public sealed record Allocation(Guid GoalId, Guid TaskId, DateOnly Week, int Minutes, bool IsPinned);

    /// <param name="Capacity">Available minutes.</param>
    /// <param name="Load">Allocated minutes, of which <paramref name="PinnedMinutes"/> are pinned.</param>
    public sealed record Week(DateOnly Monday, int Capacity, int Load, int PinnedMinutes);

    /// <summary>A date that the schedule does not meet, and what would help.</summary>
    /// <param name="MilestoneId">Null for the goal's target.</param>
    /// <param name="RequiredWeeklyMinutes">Weekly minutes that meet the date; null when none do.</param>
    /// <param name="FeasibleDate">The date by which the work fits; null when it does not fit at all.</param>
    public sealed record MissedDate(
        Guid GoalId,
        Guid? MilestoneId,
        string Title,
        DateOnly Date,
        int Needed,
        int Available,
        int? RequiredWeeklyMinutes,
        DateOnly? FeasibleDate
    )
    {
        public int ExcessMinutes => Needed - Available;
    }

    /// <exception cref="DomainRuleException">The dependencies form a cycle.</exception>
    public static Schedule Create(ScheduleInputs inputs)
    {
        var calendar = new CapacityCalendar(inputs);
        var goals = inputs.Goals.Select(goal => new GoalScheduler(goal, calendar)).ToList();
        goals.ForEach(goal => goal.PlacePins());
        var demandAhead = new int[MaxWeeks];
        var missedDates = new List<MissedDate>();
        var fixedLoad = (int[])calendar.ReservedMinutes.Clone();
        foreach (var goal in goals)
        {
            goal.FillWeeks();
            missedDates.AddRange(goal.MissedDates(fixedLoad, demandAhead));
            goal.AddDemandTo(demandAhead);
        }

        var allocations = goals.SelectMany(goal => goal.Allocations).OrderBy(allocation => allocation.Week).ToList();
        var pinned = allocations
            .Where(allocation => allocation.IsPinned)
            .GroupBy(allocation => allocation.Week)
            .ToDictionary(week => week.Key, week => week.Sum(allocation => allocation.Minutes));
        var last = allocations.Count == 0 ? 0 : Math.Min(MaxWeeks - 1, calendar.WeekIndexOf(allocations[^1].Week));
        return new Schedule(
            allocations,
            [
                .. Enumerable
                    .Range(0, last + 1)
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
            [.. goals.SelectMany(goal => goal.PinnedTooEarlyTaskIds)]
        );
    }
}
