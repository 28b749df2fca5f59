namespace CareerCompass.Domain.Planning;

internal sealed class GoalScheduler
{
    private readonly SchedulableGoal goal;
    private readonly CapacityCalendar calendar;
    private readonly int[] order;
    private readonly int[][] dependencies;
    private readonly DateOnly[] dueDates;
    private readonly int[] pinnedWeeks;
    private readonly int[] endWeeks;
    private readonly DateOnly[] endDays;
    private readonly List<Schedule.Allocation> allocations = [];

    public GoalScheduler(SchedulableGoal goal, CapacityCalendar calendar)
    {
        (this.goal, this.calendar) = (goal, calendar);
        var count = goal.Tasks.Count;
        (dueDates, endDays, endWeeks) = (new DateOnly[count], new DateOnly[count], new int[count]);
        pinnedWeeks = [.. goal.Tasks.Select(task => PinnedWeekIndex(task.PinnedWeek))];
        var indexById = goal
            .Tasks.Select((task, index) => (task.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index);
        dependencies =
        [
            .. goal.Tasks.Select(task =>
                task.DependsOn.Where(indexById.ContainsKey).Select(id => indexById[id]).Distinct().ToArray()
            ),
        ];
        var dates = goal.Milestones.ToDictionary(milestone => milestone.Id, milestone => milestone.Date);
        for (var index = 0; index < count; index++)
        {
            dueDates[index] =
                goal.Tasks[index].MilestoneId is { } id && dates.TryGetValue(id, out var date)
                    ? date
                    : DateOnly.MaxValue;
        }

        MakeDependenciesDueFirst();
        order = DependencySorter.Sort(dependencies, index => dueDates[index], index => goal.Tasks[index].Title);
    }

    public Guid GoalId => goal.Id;

    public IReadOnlyList<Schedule.Allocation> Allocations => allocations;

    public IEnumerable<Guid> UnscheduledTaskIds =>
        order.Where(index => endWeeks[index] >= Schedule.MaxWeeks).Select(index => goal.Tasks[index].Id);

    public IEnumerable<Guid> PinnedTooEarlyTaskIds =>
        Enumerable
            .Range(0, pinnedWeeks.Length)
            .Where(index =>
                pinnedWeeks[index] >= 0 && dependencies[index].Any(before => endWeeks[before] > pinnedWeeks[index])
            )
            .Select(index => goal.Tasks[index].Id);

    // A week that starts before the pause ends still belongs to the pause
    private int FirstWeek => goal.EarliestStart is { } from ? Math.Max(0, calendar.WeekIndexOf(from.AddDays(6))) : 0;

    /// <summary>Takes the goal's hours from what the goals before it have left.</summary>
    public void Place()
    {
        foreach (var (week, minutes) in goal.RecurringMinutes)
        {
            calendar.ReserveRecurring(calendar.WeekIndexOf(week), minutes);
        }

        PlacePins();
        FillWeeks();
    }

    /// <param name="above">The goals that take their hours before this one.</param>
    public ScheduledGoal Describe(IEnumerable<GoalScheduler> above)
    {
        var end = endWeeks.Length == 0 ? -1 : endWeeks.Max();
        var work = above.Append(this).Aggregate(default(Workload), (sum, other) => sum + other.WorkBefore(end));
        return new ScheduledGoal(
            goal.Id,
            end is >= 0 and < Schedule.MaxWeeks ? endDays.Max() : null,
            work,
            [.. pinnedWeeks.Append(FirstWeek).Where(week => week > 0).Distinct().Select(FixedStartAt)],
            calendar.Curve,
            goal.Tasks.Count(task => task.Estimate is null)
        );
    }

    /// <summary>The milestones and target that are not met.</summary>
    public IEnumerable<Schedule.MissedDate> MissedDates()
    {
        var milestonesWithTasks = goal.Tasks.Select(task => task.MilestoneId).ToHashSet();
        var dates = goal
            .Milestones.Where(milestone => milestonesWithTasks.Contains(milestone.Id))
            .OrderBy(milestone => milestone.Date)
            .Select(milestone => (Id: (Guid?)milestone.Id, milestone.Title, milestone.Date, TasksDueBy: milestone.Date))
            .Append((null, goal.Title, goal.Target, DateOnly.MaxValue));
        foreach (var (id, title, date, dueBy) in dates)
        {
            var wanted = order.Where(index => dueDates[index] <= dueBy).ToList();
            if (wanted.Exists(index => endDays[index] > date))
            {
                yield return CreateMissedDate(id, title, date, wanted);
            }
        }
    }

    private int PinnedWeekIndex(DateOnly? week) =>
        week is { } monday && calendar.WeekIndexOf(monday) is >= 0 and < Schedule.MaxWeeks and var index ? index : -1;

    private void MakeDependenciesDueFirst()
    {
        var sorted = DependencySorter.Sort(dependencies, _ => default, index => goal.Tasks[index].Title);
        foreach (var index in sorted.AsEnumerable().Reverse())
        {
            foreach (var before in dependencies[index])
            {
                dueDates[before] = dueDates[before] < dueDates[index] ? dueDates[before] : dueDates[index];
            }
        }
    }

    private void PlacePins()
    {
        for (var index = 0; index < pinnedWeeks.Length; index++)
        {
            if (pinnedWeeks[index] is var week and >= 0)
            {
                var task = goal.Tasks[index];
                calendar.ReservePinned(week, task.RemainingMinutes);
                allocations.Add(new(goal.Id, task.Id, calendar.Monday(week), task.RemainingMinutes, true));
                (endWeeks[index], endDays[index]) = (week, calendar.Sunday(week));
            }
        }
    }

    private void FillWeeks()
    {
        foreach (var index in order)
        {
            if (pinnedWeeks[index] < 0)
            {
                Allocate(
                    index,
                    dependencies[index].Aggregate(FirstWeek, (from, before) => Math.Max(from, endWeeks[before]))
                );
            }
        }
    }

    private void Allocate(int index, int fromWeek)
    {
        var (remaining, week) = (goal.Tasks[index].RemainingMinutes, fromWeek);
        while (remaining > 0 && (week = calendar.FindFreeWeek(Math.Min(week, Schedule.MaxWeeks))) < Schedule.MaxWeeks)
        {
            var taken = calendar.ReserveUpTo(week, remaining);
            remaining -= taken;
            allocations.Add(new(goal.Id, goal.Tasks[index].Id, calendar.Monday(week), taken, false));
            (endWeeks[index], endDays[index]) = (week, calendar.DayReachedIn(week));
            week++;
        }

        if (remaining > 0)
        {
            (endWeeks[index], endDays[index]) = (Schedule.MaxWeeks, DateOnly.MaxValue);
        }
    }

    // Tasks without a pin take their hours first even if they wait for a pinned one
    private Workload WorkBefore(int end)
    {
        var work = default(Workload);
        for (var index = 0; index < pinnedWeeks.Length; index++)
        {
            var start = pinnedWeeks[index] < 0 ? FirstWeek : pinnedWeeks[index];
            work += start <= end ? new Workload(goal.Tasks[index].RemainingMinutes, 1) : default;
        }

        return work;
    }

    private ScheduledGoal.FixedStart FixedStartAt(int week)
    {
        var monday = calendar.Monday(week);
        var minutes = allocations.Where(allocation => allocation.Week >= monday).Sum(allocation => allocation.Minutes);
        return new(week, new Workload(minutes, endWeeks.Count(end => end >= week)));
    }

    private Schedule.MissedDate CreateMissedDate(Guid? id, string title, DateOnly date, List<int> wanted)
    {
        var ids = wanted.Select(index => goal.Tasks[index].Id).ToHashSet();
        var placed = allocations.Where(allocation => ids.Contains(allocation.TaskId)).ToList();
        var end = wanted.Max(index => endDays[index]);
        return new(
            goal.Id,
            id,
            title,
            date,
            wanted.Sum(index => goal.Tasks[index].RemainingMinutes),
            MinutesInTime(placed, date),
            end < DateOnly.MaxValue ? end : null
        );
    }

    // In the week of the date, only what the days until then have room for
    private int MinutesInTime(List<Schedule.Allocation> placed, DateOnly date)
    {
        var week = calendar.WeekIndexOf(date);
        if (week is < 0 or >= Schedule.MaxWeeks)
        {
            return 0;
        }

        var before = placed.Where(allocation => allocation.Week < calendar.Monday(week));
        var inWeek = placed.Where(allocation => allocation.Week == calendar.Monday(week)).ToList();
        var fixedInWeek = calendar.Sunday(week) > date ? inWeek.Where(allocation => allocation.IsPinned) : [];
        var movable = inWeek.Sum(allocation => allocation.Minutes) - fixedInWeek.Sum(allocation => allocation.Minutes);
        var room = calendar.MinutesThrough(week, date) - calendar.ReservedMinutes[week] + movable;
        return before.Sum(allocation => allocation.Minutes) + Math.Clamp(room, 0, movable);
    }
}
