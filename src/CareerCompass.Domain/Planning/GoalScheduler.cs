namespace CareerCompass.Domain.Planning;

internal sealed class GoalScheduler
{
    private readonly SchedulableGoal goal;
    private readonly CapacityCalendar calendar;
    private readonly int[] order;
    private readonly int[][] dependencies;
    private readonly DateOnly[] dueDates;
    private readonly int[] remainingMinutes;
    private readonly int[] earliestWeeks;
    private readonly int[] endWeeks;
    private readonly List<Schedule.Allocation> allocations = [];

    public GoalScheduler(SchedulableGoal goal, CapacityCalendar calendar)
    {
        (this.goal, this.calendar) = (goal, calendar);
        var count = goal.Tasks.Count;
        (dueDates, remainingMinutes, earliestWeeks, endWeeks) = (
            new DateOnly[count],
            new int[count],
            new int[count],
            new int[count]
        );
        var indexById = goal
            .Tasks.Select((task, index) => (task.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index);
        dependencies =
        [
            .. goal.Tasks.Select(task =>
                task.DependsOn.Where(indexById.ContainsKey).Select(id => indexById[id]).Distinct().ToArray()
            ),
        ];
        var dates = goal.Milestones.ToDictionary(stop => stop.Id, stop => stop.Date);
        for (var index = 0; index < count; index++)
        {
            dueDates[index] =
                goal.Tasks[index].MilestoneId is { } id && dates.TryGetValue(id, out var date)
                    ? date
                    : DateOnly.MaxValue;
        }

        // A dependency is due no later than the tasks that depend on it
        foreach (
            var index in DependencySorter
                .Sort(dependencies, _ => default, index => goal.Tasks[index].Title)
                .AsEnumerable()
                .Reverse()
        )
        {
            foreach (var before in dependencies[index])
            {
                dueDates[before] = dueDates[before] < dueDates[index] ? dueDates[before] : dueDates[index];
            }
        }

        order = DependencySorter.Sort(dependencies, index => dueDates[index], index => goal.Tasks[index].Title);
    }

    public IReadOnlyList<Schedule.Allocation> Allocations => allocations;

    public IEnumerable<Guid> UnscheduledTaskIds =>
        order.Where(index => endWeeks[index] >= Schedule.MaxWeeks).Select(index => goal.Tasks[index].Id);

    public IEnumerable<Guid> PinnedTooEarlyTaskIds =>
        allocations
            .Where(allocation => allocation.IsPinned)
            .Select(allocation => (allocation.TaskId, Week: calendar.WeekIndexOf(allocation.Week)))
            .Join(
                goal.Tasks.Select((task, index) => (task.Id, index)),
                pin => pin.TaskId,
                task => task.Id,
                (pin, task) => (pin.TaskId, pin.Week, task.index)
            )
            .Where(pin => dependencies[pin.index].Any(before => endWeeks[before] > pin.Week))
            .Select(pin => pin.TaskId)
            .Distinct();

    // A week that starts before the pause ends still belongs to the pause
    private int FirstWeek => goal.EarliestStart is { } from ? Math.Max(0, calendar.WeekIndexOf(from.AddDays(6))) : 0;

    /// <summary>Reserves pinned weeks. Must run before any goal fills its weeks.</summary>
    public void PlacePins()
    {
        for (var index = 0; index < remainingMinutes.Length; index++)
        {
            var task = goal.Tasks[index];
            remainingMinutes[index] = task.Estimate ?? Schedule.DefaultEstimateMinutes;
            (earliestWeeks[index], endWeeks[index]) = (0, 0);
            foreach (
                var (week, minutes) in task
                    .Pins.Where(pin => calendar.WeekIndexOf(pin.Week) is >= 0 and < Schedule.MaxWeeks)
                    .OrderBy(pin => pin.Week)
            )
            {
                calendar.Reserve(calendar.WeekIndexOf(week), minutes);
                allocations.Add(new(goal.Id, task.Id, IsoWeek.Monday(week), minutes, true));
                remainingMinutes[index] = Math.Max(0, remainingMinutes[index] - minutes);
                endWeeks[index] = calendar.WeekIndexOf(week);
            }
        }
    }

    public void FillWeeks()
    {
        foreach (var index in order)
        {
            // The chain's first possible week gives the same result, because the weeks between are full
            var pinnedEnd = endWeeks[index];
            var from = FirstWeek;
            earliestWeeks[index] = FirstWeek;
            foreach (var before in dependencies[index])
            {
                from = Math.Max(from, endWeeks[before]);
                earliestWeeks[index] = Math.Max(
                    earliestWeeks[index],
                    Math.Max(earliestWeeks[before], LastPinnedWeek(before))
                );
            }

            endWeeks[index] = Math.Max(pinnedEnd, Allocate(index, from));
        }
    }

    public void AddDemandTo(int[] demandAhead)
    {
        foreach (var index in order.Where(index => earliestWeeks[index] < Schedule.MaxWeeks))
        {
            demandAhead[earliestWeeks[index]] += remainingMinutes[index];
        }
    }

    /// <summary>The milestones and target that are not met.</summary>
    /// <param name="demandAhead">Minutes of goals with higher priority, by first possible week.</param>
    public IEnumerable<Schedule.MissedDate> MissedDates(int[] reserved, int[] demandAhead)
    {
        var milestonesWithTasks = goal.Tasks.Select(task => task.MilestoneId).ToHashSet();
        var stops = goal
            .Milestones.Where(milestone => milestonesWithTasks.Contains(milestone.Id))
            .OrderBy(milestone => milestone.Date)
            .Select(milestone => (Id: (Guid?)milestone.Id, milestone.Title, milestone.Date, TasksDueBy: milestone.Date))
            .Append((null, goal.Title, goal.Target, DateOnly.MaxValue));
        foreach (var (id, title, date, until) in stops)
        {
            var deadlineWeek = calendar.LastWeekEndingBy(date);
            var (endWeek, hasTasks) = (-1, false);
            foreach (var index in order)
            {
                if (dueDates[index] <= until)
                {
                    (endWeek, hasTasks) = (Math.Max(endWeek, endWeeks[index]), true);
                }
            }

            if (hasTasks && endWeek > deadlineWeek)
            {
                yield return CreateMissedDate(id, title, date, until, deadlineWeek, endWeek, reserved, demandAhead);
            }
        }
    }

    private Schedule.MissedDate CreateMissedDate(
        Guid? id,
        string title,
        DateOnly date,
        DateOnly until,
        int deadlineWeek,
        int endWeek,
        int[] reserved,
        int[] demandAhead
    )
    {
        var wanted = order.Where(index => dueDates[index] <= until).ToList();
        var ids = wanted.Select(index => goal.Tasks[index].Id).ToHashSet();
        var placed = allocations.Where(allocation => ids.Contains(allocation.TaskId)).ToList();
        var inTime = placed
            .Where(allocation => calendar.WeekIndexOf(allocation.Week) <= deadlineWeek)
            .Sum(allocation => allocation.Minutes);
        var pinned = placed.Where(allocation => allocation.IsPinned).Sum(allocation => allocation.Minutes);
        var own = new int[Schedule.MaxWeeks];
        wanted
            .Where(index => earliestWeeks[index] < own.Length)
            .ToList()
            .ForEach(index => own[earliestWeeks[index]] += remainingMinutes[index]);
        return new(
            goal.Id,
            id,
            title,
            date,
            pinned + wanted.Sum(index => remainingMinutes[index]),
            inTime,
            placed.Any(allocation => allocation.IsPinned && calendar.WeekIndexOf(allocation.Week) > deadlineWeek)
                ? null
                : FindRequiredWeeklyMinutes(
                    deadlineWeek,
                    wanted.Sum(index => remainingMinutes[index]),
                    own,
                    reserved,
                    demandAhead
                ),
            endWeek < Schedule.MaxWeeks ? calendar.Sunday(endWeek) : null
        );
    }

    // The smallest weekly minutes, in quarters of an hour, that meet the deadline
    private int? FindRequiredWeeklyMinutes(
        int deadlineWeek,
        int neededMinutes,
        int[] demand,
        int[] reserved,
        int[] demandAhead
    )
    {
        bool Suffices(int quarters)
        {
            var (waitingAhead, waitingOwn, done) = (0, 0, 0);
            for (var week = 0; week <= deadlineWeek && done < neededMinutes; week++)
            {
                var room = Math.Max(0, calendar.Minutes(week, 15 * quarters) - reserved[week]);
                waitingAhead += demandAhead[week];
                waitingOwn += demand[week];
                var taken = Math.Min(waitingAhead, room);
                waitingAhead -= taken;
                taken = Math.Min(waitingOwn, room - taken);
                waitingOwn -= taken;
                done += taken;
            }

            return done >= neededMinutes;
        }

        var (insufficient, sufficient) = (0, Math.Max(0, (Limits.MaxWeekMinutes - calendar.CurrentWeeklyMinutes) / 15));
        if (!Suffices(sufficient))
        {
            return null;
        }

        while (sufficient - insufficient > 1)
        {
            var middle = (insufficient + sufficient) / 2;
            (insufficient, sufficient) = Suffices(middle) ? (insufficient, middle) : (middle, sufficient);
        }

        return calendar.CurrentWeeklyMinutes + (15 * sufficient);
    }

    private int LastPinnedWeek(int index) =>
        goal.Tasks[index]
            .Pins.Select(pin => calendar.WeekIndexOf(pin.Week))
            .Where(week => week < Schedule.MaxWeeks)
            .DefaultIfEmpty(0)
            .Max();

    private int Allocate(int index, int fromWeek)
    {
        var (remaining, week, last) = (remainingMinutes[index], fromWeek, fromWeek);
        while (remaining > 0 && (week = calendar.FindFreeWeek(Math.Min(week, Schedule.MaxWeeks))) < Schedule.MaxWeeks)
        {
            var taken = calendar.ReserveUpTo(week, remaining);
            remaining -= taken;
            last = week;
            allocations.Add(new(goal.Id, goal.Tasks[index].Id, calendar.Monday(week), taken, false));
            week++;
        }

        return remaining > 0 ? Schedule.MaxWeeks
            : remainingMinutes[index] == 0 ? 0
            : last;
    }
}
