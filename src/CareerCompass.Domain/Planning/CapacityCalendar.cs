using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Planning;

/// <summary>Minutes in the weeks ahead. A day off takes a seventh; the first week counts from today.</summary>
internal sealed class CapacityCalendar
{
    private readonly int[] workingDays;
    private readonly int[] weeklyMinutes;
    private readonly int[] freeMinutes;
    private readonly int[] nextFreeWeek;

    public CapacityCalendar(ScheduleInputs inputs)
    {
        FirstMonday = IsoWeek.Monday(inputs.Today);
        (workingDays, weeklyMinutes, freeMinutes, nextFreeWeek) = (
            new int[Schedule.MaxWeeks],
            new int[Schedule.MaxWeeks],
            new int[Schedule.MaxWeeks],
            new int[Schedule.MaxWeeks + 1]
        );
        ReservedMinutes = new int[Schedule.MaxWeeks];
        var off = DaysOff(inputs);
        for (var week = 0; week < workingDays.Length; week++)
        {
            var monday = Monday(week);
            weeklyMinutes[week] = Capacity.WeeklyMinutesOn(inputs.Capacities, monday.AddDays(6));
            workingDays[week] = Enumerable
                .Range(0, 7)
                .Count(day => monday.AddDays(day) >= inputs.Today && !off.Contains(monday.AddDays(day)));
            freeMinutes[week] = Minutes(week);
            nextFreeWeek[week] = week;
        }

        nextFreeWeek[^1] = workingDays.Length;
        foreach (var (week, minutes) in inputs.ReservedMinutes)
        {
            Reserve(WeekIndexOf(week), minutes);
        }
    }

    public DateOnly FirstMonday { get; }

    public int[] ReservedMinutes { get; }

    public int CurrentWeeklyMinutes => weeklyMinutes[0];

    public DateOnly Monday(int week) => FirstMonday.AddDays(7 * week);

    public DateOnly Sunday(int week) => FirstMonday.AddDays((7 * week) + 6);

    /// <summary>Week index relative to the current week; negative in the past.</summary>
    public int WeekIndexOf(DateOnly day) => (IsoWeek.Monday(day).DayNumber - FirstMonday.DayNumber) / 7;

    /// <summary>The last week that ends on or before a day; negative when there is none.</summary>
    public int LastWeekEndingBy(DateOnly day) => Math.Min(workingDays.Length - 1, WeekIndexOf(day.AddDays(1)) - 1);

    /// <param name="extraMinutes">Additional minutes in a full week.</param>
    public int Minutes(int week, int extraMinutes = 0) =>
        Capacity.ProrateMinutes(weeklyMinutes[week] + extraMinutes, workingDays[week]);

    /// <summary>Reserves minutes even if the week is full.</summary>
    public void Reserve(int week, int minutes)
    {
        if (week >= 0 && week < workingDays.Length)
        {
            ReservedMinutes[week] += minutes;
            freeMinutes[week] = Math.Max(0, freeMinutes[week] - minutes);
        }
    }

    /// <summary>The first week from this one with free minutes; the number of weeks when there is none.</summary>
    public int FindFreeWeek(int week)
    {
        var freeWeek = week;
        while (freeWeek < workingDays.Length && freeMinutes[freeWeek] == 0)
        {
            freeWeek = nextFreeWeek[freeWeek] == freeWeek ? freeWeek + 1 : nextFreeWeek[freeWeek];
        }

        while (week < freeWeek)
        {
            (nextFreeWeek[week], week) = (freeWeek, nextFreeWeek[week] == week ? week + 1 : nextFreeWeek[week]);
        }

        return freeWeek;
    }

    /// <summary>Reserves up to the given minutes and returns how many were free.</summary>
    public int ReserveUpTo(int week, int minutes)
    {
        var taken = Math.Min(freeMinutes[week], minutes);
        Reserve(week, taken);
        return taken;
    }

    private static HashSet<DateOnly> DaysOff(ScheduleInputs inputs)
    {
        var off = new HashSet<DateOnly>();
        var (from, to) = (inputs.Today, IsoWeek.Monday(inputs.Today).AddDays(7 * Schedule.MaxWeeks));
        foreach (var (first, last) in inputs.DaysOff)
        {
            for (var day = first > from ? first : from; day <= last && day < to; day = day.AddDays(1))
            {
                off.Add(day);
            }
        }

        return off;
    }
}
