namespace CareerCompass.Domain.Planning;

/// <summary>One goal while it is laid out.</summary>
internal sealed class GoalScheduler
{
    private readonly SchedulableGoal goal;
    private readonly CapacityCalendar calendar;
    private readonly int[] order;
    private readonly int[][] after;
    private readonly DateOnly[] due;
    private readonly int[] left;
    private readonly int[] release;
    private readonly int[] end;
    private readonly List<Schedule.Allocation> allocations = [];

    public GoalScheduler(SchedulableGoal goal, CapacityCalendar calendar)
    {
        (this.goal, this.calendar) = (goal, calendar);
        var count = goal.Tasks.Count;
        (due, left, release, end) = (new DateOnly[count], new int[count], new int[count], new int[count]);
        var places = goal.Tasks.Select((task, place) => (task.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        after = [.. goal.Tasks.Select(task => task.DependsOn.Where(places.ContainsKey).Select(id => places[id]).Distinct().ToArray())];
        var dates = goal.Milestones.ToDictionary(stop => stop.Id, stop => stop.Date);
        for (var place = 0; place < count; place++)
        {
            due[place] = goal.Tasks[place].MilestoneId is { } id && dates.TryGetValue(id, out var date) ? date : DateOnly.MaxValue;
        }

        // What others wait for is due when they are
        foreach (var place in DependencySorter.Sort(after, _ => default, place => goal.Tasks[place].Title).AsEnumerable().Reverse())
        {
            foreach (var before in after[place])
            {
                due[before] = due[before] < due[place] ? due[before] : due[place];
            }
        }

        order = DependencySorter.Sort(after, place => due[place], place => goal.Tasks[place].Title);
    }

    public IReadOnlyList<Schedule.Allocation> Allocations => allocations;

    public IEnumerable<Guid> UnscheduledTaskIds => order.Where(place => end[place] >= Schedule.MaxWeeks).Select(place => goal.Tasks[place].Id);

    public IEnumerable<Guid> PinnedTooEarlyTaskIds => allocations.Where(allocation => allocation.IsPinned).Select(allocation => (allocation.TaskId, Week: calendar.At(allocation.Week)))
        .Join(goal.Tasks.Select((task, place) => (task.Id, place)), pin => pin.TaskId, task => task.Id, (pin, task) => (pin.TaskId, pin.Week, task.place))
        .Where(pin => after[pin.place].Any(before => end[before] > pin.Week)).Select(pin => pin.TaskId).Distinct();

    // A week that began before the pause ended is still one of the pause
    private int Start => goal.From is { } from ? Math.Max(0, calendar.At(from.AddDays(6))) : 0;

    /// <summary>Gives what the person pinned its weeks, before anything else is placed.</summary>
    public void Pin()
    {
        for (var place = 0; place < left.Length; place++)
        {
            var task = goal.Tasks[place];
            left[place] = task.Estimate ?? Schedule.DefaultEstimateMinutes;
            (release[place], end[place]) = (0, 0);
            foreach (var (week, minutes) in task.Pins.Where(pin => calendar.At(pin.Week) is >= 0 and < Schedule.MaxWeeks).OrderBy(pin => pin.Week))
            {
                calendar.Give(calendar.At(week), minutes);
                allocations.Add(new(goal.Id, task.Id, IsoWeek.Monday(week), minutes, true));
                left[place] = Math.Max(0, left[place] - minutes);
                end[place] = calendar.At(week);
            }
        }
    }

    /// <summary>Fills the weeks that still have room.</summary>
    public void Fill()
    {
        foreach (var place in order)
        {
            // Filling from where the first of a chain may begin is the same: the weeks between are full by then
            var pinnedEnd = end[place];
            var from = Start;
            release[place] = Start;
            foreach (var before in after[place])
            {
                from = Math.Max(from, end[before]);
                release[place] = Math.Max(release[place], Math.Max(release[before], LastPin(before)));
            }

            end[place] = Math.Max(pinnedEnd, Place(place, from));
        }
    }

    /// <summary>Adds the minutes that were placed by when they could begin.</summary>
    public void AddTo(int[] ahead)
    {
        foreach (var place in order.Where(place => release[place] < Schedule.MaxWeeks))
        {
            ahead[release[place]] += left[place];
        }
    }

    /// <summary>The milestones, and the target, that are not met.</summary>
    /// <param name="given">Minutes by week that pins, series and other goals hold.</param>
    /// <param name="ahead">Minutes of goals that come first, by the week they may begin in.</param>
    public IEnumerable<Schedule.MissedDate> MissedDates(int[] given, int[] ahead)
    {
        var leads = goal.Tasks.Select(task => task.MilestoneId).ToHashSet();
        var stops = goal.Milestones.Where(stop => leads.Contains(stop.Id)).OrderBy(stop => stop.Date)
            .Select(stop => (Id: (Guid?)stop.Id, stop.Title, stop.Date, Until: stop.Date)).Append((null, goal.Title, goal.Target, DateOnly.MaxValue));
        foreach (var (id, title, date, until) in stops)
        {
            var last = calendar.LastBefore(date);
            var (latest, asked) = (-1, false);
            foreach (var place in order)
            {
                if (due[place] <= until)
                {
                    (latest, asked) = (Math.Max(latest, end[place]), true);
                }
            }

            if (asked && latest > last)
            {
                yield return CreateMissedDate(id, title, date, until, last, latest, given, ahead);
            }
        }
    }

    private Schedule.MissedDate CreateMissedDate(Guid? id, string title, DateOnly date, DateOnly until, int last, int latest, int[] given, int[] ahead)
    {
        var wanted = order.Where(place => due[place] <= until).ToList();
        var ids = wanted.Select(place => goal.Tasks[place].Id).ToHashSet();
        var placed = allocations.Where(allocation => ids.Contains(allocation.TaskId)).ToList();
        var inTime = placed.Where(allocation => calendar.At(allocation.Week) <= last).Sum(allocation => allocation.Minutes);
        var pinned = placed.Where(allocation => allocation.IsPinned).Sum(allocation => allocation.Minutes);
        var own = new int[Schedule.MaxWeeks];
        wanted.Where(place => release[place] < own.Length).ToList().ForEach(place => own[release[place]] += left[place]);
        return new(
            goal.Id, id, title, date, pinned + wanted.Sum(place => left[place]), inTime,
            placed.Any(allocation => allocation.IsPinned && calendar.At(allocation.Week) > last) ? null : FindRequiredWeeklyMinutes(last, wanted.Sum(place => left[place]), own, given, ahead),
            latest < Schedule.MaxWeeks ? calendar.Sunday(latest) : null);
    }

    // The fewest minutes a week, to the next quarter of an hour, with which all is done by the last week
    private int? FindRequiredWeeklyMinutes(int last, int wanted, int[] own, int[] given, int[] ahead)
    {
        bool Suffices(int quarters)
        {
            var (first, mine, done) = (0, 0, 0);
            for (var week = 0; week <= last && done < wanted; week++)
            {
                var room = Math.Max(0, calendar.Minutes(week, 15 * quarters) - given[week]);
                first += ahead[week];
                mine += own[week];
                var taken = Math.Min(first, room);
                first -= taken;
                taken = Math.Min(mine, room - taken);
                mine -= taken;
                done += taken;
            }

            return done >= wanted;
        }

        var (too, enough) = (0, Math.Max(0, (Limits.MaxWeekMinutes - calendar.Now) / 15));
        if (!Suffices(enough))
        {
            return null;
        }

        while (enough - too > 1)
        {
            var middle = (too + enough) / 2;
            (too, enough) = Suffices(middle) ? (too, middle) : (middle, enough);
        }

        return calendar.Now + (15 * enough);
    }

    private int LastPin(int place) => goal.Tasks[place].Pins.Select(pin => calendar.At(pin.Week)).Where(week => week < Schedule.MaxWeeks).DefaultIfEmpty(0).Max();

    private int Place(int place, int from)
    {
        var (todo, week, last) = (left[place], from, from);
        while (todo > 0 && (week = calendar.Free(Math.Min(week, Schedule.MaxWeeks))) < Schedule.MaxWeeks)
        {
            var taken = calendar.Take(week, todo);
            todo -= taken;
            last = week;
            allocations.Add(new(goal.Id, goal.Tasks[place].Id, calendar.Monday(week), taken, false));
            week++;
        }

        return todo > 0 ? Schedule.MaxWeeks : left[place] == 0 ? 0 : last;
    }
}
