using System.Numerics;
using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Planning;

/// <summary>Minutes in the weeks ahead, as goals take them one after the other. A day off takes a seventh; the first
/// week counts from today.</summary>
internal sealed class CapacityCalendar
{
    private const byte AllDays = 0b111_1111;

    private readonly DateOnly today;
    private readonly byte[] workingDays = new byte[Schedule.MaxWeeks];
    private readonly int[] weeklyMinutes = new int[Schedule.MaxWeeks];
    private readonly int[] freeMinutes = new int[Schedule.MaxWeeks];
    private readonly int[] recurringMinutes = new int[Schedule.MaxWeeks];
    private readonly int[] nextFreeWeek = new int[Schedule.MaxWeeks + 1];
    private CapacityCurve? curve;

    public CapacityCalendar(ScheduleInputs inputs)
    {
        (today, FirstMonday) = (inputs.Today, IsoWeek.Monday(inputs.Today));
        Array.Fill(workingDays, AllDays);
        workingDays[0] = (byte)(AllDays << (today.DayNumber - FirstMonday.DayNumber) & AllDays);
        foreach (var span in inputs.DaysOff)
        {
            TakeOff(span);
        }

        for (var week = 0; week < Schedule.MaxWeeks; week++)
        {
            weeklyMinutes[week] = Capacity.WeeklyMinutesOn(inputs.Capacities, Sunday(week));
            freeMinutes[week] = Minutes(week);
            nextFreeWeek[week] = week;
        }

        nextFreeWeek[^1] = Schedule.MaxWeeks;
    }

    public DateOnly FirstMonday { get; }

    /// <summary>Minutes taken so far, by week.</summary>
    public int[] ReservedMinutes { get; } = new int[Schedule.MaxWeeks];

    /// <summary>Minutes taken so far by tasks, by week.</summary>
    public int[] TaskMinutes { get; } = new int[Schedule.MaxWeeks];

    /// <summary>What recurring tasks leave of the capacity.</summary>
    public CapacityCurve Curve =>
        curve ??= new CapacityCurve(
            today,
            workingDays,
            Enumerable
                .Range(0, Schedule.MaxWeeks)
                .Select(week => Math.Max(0, (weeklyMinutes[week] * WorkingDays(week) / 7d) - recurringMinutes[week]))
        );

    public DateOnly Monday(int week) => FirstMonday.AddDays(7 * week);

    public DateOnly Sunday(int week) => FirstMonday.AddDays((7 * week) + 6);

    /// <summary>Week index relative to the current week; negative in the past.</summary>
    public int WeekIndexOf(DateOnly day) => (IsoWeek.Monday(day).DayNumber - FirstMonday.DayNumber) / 7;

    public int Minutes(int week) => Capacity.ProrateMinutes(weeklyMinutes[week], WorkingDays(week));

    /// <summary>Minutes of a week until the end of a day, a seventh for each working day.</summary>
    public int MinutesThrough(int week, DateOnly day)
    {
        var last = Math.Min(6, day.DayNumber - Monday(week).DayNumber);
        return last < 0
            ? 0
            : weeklyMinutes[week] * BitOperations.PopCount((uint)(workingDays[week] & ((2 << last) - 1))) / 7;
    }

    /// <summary>The day on which the minutes reserved so far have passed; the last day of a full week.</summary>
    public DateOnly DayReachedIn(int week)
    {
        for (var day = 0; day < 6; day++)
        {
            var date = Monday(week).AddDays(day);
            if (date >= today && MinutesThrough(week, date) >= ReservedMinutes[week])
            {
                return date;
            }
        }

        return Sunday(week);
    }

    public void ReserveRecurring(int week, int minutes)
    {
        if (week is < 0 or >= Schedule.MaxWeeks)
        {
            return;
        }

        Reserve(week, minutes);
        recurringMinutes[week] += minutes;
        curve = null;
    }

    /// <summary>Reserves minutes even if the week is full.</summary>
    public void ReservePinned(int week, int minutes)
    {
        Reserve(week, minutes);
        TaskMinutes[week] += minutes;
    }

    /// <summary>Reserves up to the given minutes and returns how many were free.</summary>
    public int ReserveUpTo(int week, int minutes)
    {
        var taken = Math.Min(freeMinutes[week], minutes);
        Reserve(week, taken);
        TaskMinutes[week] += taken;
        return taken;
    }

    /// <summary>The first week from this one with free minutes; the number of weeks when there is none.</summary>
    public int FindFreeWeek(int week)
    {
        var freeWeek = week;
        while (freeWeek < Schedule.MaxWeeks && freeMinutes[freeWeek] == 0)
        {
            freeWeek = nextFreeWeek[freeWeek] == freeWeek ? freeWeek + 1 : nextFreeWeek[freeWeek];
        }

        while (week < freeWeek)
        {
            (nextFreeWeek[week], week) = (freeWeek, nextFreeWeek[week] == week ? week + 1 : nextFreeWeek[week]);
        }

        return freeWeek;
    }

    private int WorkingDays(int week) => BitOperations.PopCount(workingDays[week]);

    private void Reserve(int week, int minutes)
    {
        ReservedMinutes[week] += minutes;
        freeMinutes[week] = Math.Max(0, freeMinutes[week] - minutes);
    }

    private void TakeOff(DaySpan span)
    {
        var first = Math.Max(0, span.First.DayNumber - FirstMonday.DayNumber);
        var last = Math.Min((7 * Schedule.MaxWeeks) - 1, span.Last.DayNumber - FirstMonday.DayNumber);
        for (var day = first; day <= last; day++)
        {
            workingDays[day / 7] &= (byte)~(1 << (day % 7));
        }
    }
}
