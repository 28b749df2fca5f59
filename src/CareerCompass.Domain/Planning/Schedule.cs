namespace CareerCompass.Domain.Planning;

/// <summary>
/// Open tasks laid out in weeks: goal by goal, within a goal by the date of what a task leads to and then by its place,
/// each filling the hours that are left from the first week it may begin in. So it may span weeks; it never lies before
/// the end of what it comes after; and one that comes last moves no other. A pure function of a <see cref="ScheduleInputs"/>.
/// </summary>
/// <param name="Allocations">Where the tasks of the plan lie, pins included, in order of weeks.</param>
/// <param name="Weeks">From this one to the last that has anything in it.</param>
/// <param name="MissedDates">Milestones and targets that it does not meet.</param>
/// <param name="UnestimatedTaskIds">Tasks without an estimate, which took <see cref="DefaultEstimateMinutes"/>.</param>
/// <param name="UnscheduledTaskIds">Tasks for which <see cref="MaxWeeks"/> weeks had no room.</param>
/// <param name="PinnedTooEarlyTaskIds">Tasks that are pinned before the end of what they come after.</param>
public sealed record Schedule(
    IReadOnlyList<Schedule.Allocation> Allocations,
    IReadOnlyList<Schedule.Week> Weeks,
    IReadOnlyList<Schedule.MissedDate> MissedDates,
    IReadOnlyList<Guid> UnestimatedTaskIds,
    IReadOnlyList<Guid> UnscheduledTaskIds,
    IReadOnlyList<Guid> PinnedTooEarlyTaskIds
)
{
    /// <summary>Minutes that a task takes of which nobody said how long it takes.</summary>
    public const int DefaultEstimateMinutes = 60;

    /// <summary>Weeks that are laid out: ten years.</summary>
    public const int MaxWeeks = 522;

    /// <summary>Weeks that hold more than fits, by what the person pinned there or by series.</summary>
    public IEnumerable<Week> OverloadedWeeks => Weeks.Where(week => week.Load > week.Capacity);

    /// <summary>Minutes of a task in a week.</summary>
    /// <param name="Week">Its Monday.</param>
    public sealed record Allocation(Guid GoalId, Guid TaskId, DateOnly Week, int Minutes, bool IsPinned);

    /// <summary>A week's minutes: what can be done, what is given away, and how much of that by pins.</summary>
    public sealed record Week(DateOnly Monday, int Capacity, int Load, int PinnedMinutes);

    /// <summary>A date that is not met, in numbers, and what would help.</summary>
    /// <param name="MilestoneId">Null for the goal's target.</param>
    /// <param name="Needed">Minutes that have to be done by the date.</param>
    /// <param name="Available">Those of them that there is room for in weeks that end by then.</param>
    /// <param name="RequiredWeeklyMinutes">With so many minutes a week, from this week on, it would fit; null when no week is long enough.</param>
    /// <param name="FeasibleDate">The date by which it fits; null when it fits in no week that is laid out.</param>
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
        /// <summary>Minutes that would have to go.</summary>
        public int ExcessMinutes => Needed - Available;
    }

    /// <exception cref="DomainRuleException">Tasks wait for each other.</exception>
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
