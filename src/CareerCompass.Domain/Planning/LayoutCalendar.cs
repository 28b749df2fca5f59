using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Planning;

/// <summary>
/// The weeks ahead and the minutes in each. A day off takes a seventh of its week, and of the first week only the days
/// from today on count; what is left of such a week is rounded down to quarters of an hour.
/// </summary>
internal sealed class CapacityCalendar
{
    private readonly int[] days;
    private readonly int[] hours;
    private readonly int[] free;
    private readonly int[] next;

    public CapacityCalendar(ScheduleInputs plan)
    {
        First = IsoWeek.Monday(plan.Today);
        (days, hours, free, next) = (new int[Schedule.MaxWeeks], new int[Schedule.MaxWeeks], new int[Schedule.MaxWeeks], new int[Schedule.MaxWeeks + 1]);
        Load = new int[Schedule.MaxWeeks];
        var off = DaysOff(plan);
        for (var week = 0; week < days.Length; week++)
        {
            var monday = Monday(week);
            hours[week] = Capacity.WeeklyMinutesOn(plan.Capacities, monday.AddDays(6));
            days[week] = Enumerable.Range(0, 7).Count(day => monday.AddDays(day) >= plan.Today && !off.Contains(monday.AddDays(day)));
            free[week] = Minutes(week);
            next[week] = week;
        }

        next[^1] = days.Length;
        foreach (var (week, minutes) in plan.ReservedMinutes)
        {
            Give(At(week), minutes);
        }
    }

    /// <summary>The Monday of this week.</summary>
    public DateOnly First { get; }

    /// <summary>Minutes given away, by week.</summary>
    public int[] Load { get; }

    public int Now => hours[0];

    public DateOnly Monday(int week) => First.AddDays(7 * week);

    public DateOnly Sunday(int week) => First.AddDays((7 * week) + 6);

    /// <summary>The week that a day lies in, counted from this one; negative in the past.</summary>
    public int At(DateOnly day) => (IsoWeek.Monday(day).DayNumber - First.DayNumber) / 7;

    /// <summary>The last week that ends on or before a day; negative when none does.</summary>
    public int LastBefore(DateOnly day) => Math.Min(days.Length - 1, At(day.AddDays(1)) - 1);

    /// <summary>What can be done in a week, were there so many minutes more in a whole one.</summary>
    public int Minutes(int week, int more = 0) => Capacity.ProrateMinutes(hours[week] + more, days[week]);

    /// <summary>Gives minutes of a week away, whether it has them or not.</summary>
    public void Give(int week, int minutes)
    {
        if (week >= 0 && week < days.Length)
        {
            Load[week] += minutes;
            free[week] = Math.Max(0, free[week] - minutes);
        }
    }

    /// <summary>The first week from this one on that has minutes left; the number of weeks when none has.</summary>
    public int Free(int week)
    {
        var found = week;
        while (found < days.Length && free[found] == 0)
        {
            found = next[found] == found ? found + 1 : next[found];
        }

        while (week < found)
        {
            (next[week], week) = (found, next[week] == week ? week + 1 : next[week]);
        }

        return found;
    }

    /// <summary>Takes up to so many minutes of a week.</summary>
    public int Take(int week, int minutes)
    {
        var taken = Math.Min(free[week], minutes);
        Give(week, taken);
        return taken;
    }

    private static HashSet<DateOnly> DaysOff(ScheduleInputs plan)
    {
        var off = new HashSet<DateOnly>();
        var (from, to) = (plan.Today, IsoWeek.Monday(plan.Today).AddDays(7 * Schedule.MaxWeeks));
        foreach (var (first, last) in plan.DaysOff)
        {
            for (var day = first > from ? first : from; day <= last && day < to; day = day.AddDays(1))
            {
                off.Add(day);
            }
        }

        return off;
    }
}
