using System.Numerics;

namespace CareerCompass.Domain.Planning;

/// <summary>The minutes available from today on, and the day by which they have passed. Beyond ten years, every week is
/// like the last one.</summary>
public sealed class CapacityCurve
{
    private const double Tolerance = 1e-6;

    private readonly DateOnly today;
    private readonly DateOnly firstMonday;
    private readonly byte[] workingDays;
    private readonly double[] minutesBefore;

    /// <param name="workingDays">One bit per working day of each week, Monday first.</param>
    /// <param name="weekMinutes">Available minutes of each week.</param>
    internal CapacityCurve(DateOnly today, byte[] workingDays, IEnumerable<double> weekMinutes)
    {
        (this.today, this.workingDays, firstMonday) = (today, workingDays, IsoWeek.Monday(today));
        minutesBefore = new double[workingDays.Length + 1];
        var week = 0;
        foreach (var minutes in weekMinutes)
        {
            minutesBefore[week + 1] = minutesBefore[week] + minutes;
            week++;
        }
    }

    private DateOnly LastDay => today.AddYears(Limits.MaxYearsAhead);

    /// <summary>Minutes available before a week.</summary>
    /// <param name="week">Index relative to the current week.</param>
    public double MinutesBefore(int week) => minutesBefore[Math.Clamp(week, 0, workingDays.Length)];

    /// <summary>The day on which the minutes have passed, at most a working life ahead.</summary>
    public DateOnly DayAfter(double minutes)
    {
        var wanted = minutes - Tolerance;
        if (wanted <= 0)
        {
            return today;
        }

        var week = FirstWeekWith(wanted);
        if (week >= workingDays.Length)
        {
            return DayBeyond(wanted - minutesBefore[^1]);
        }

        var share = (wanted - minutesBefore[week]) / (minutesBefore[week + 1] - minutesBefore[week]);
        var days = BitOperations.PopCount(workingDays[week]);
        return WorkingDay(week, Math.Max(1, (int)Math.Ceiling(share * days)));
    }

    /// <summary>Minutes available from today to the end of a day.</summary>
    public double MinutesThrough(DateOnly day)
    {
        if (day < today)
        {
            return 0;
        }

        var week = (IsoWeek.Monday(day).DayNumber - firstMonday.DayNumber) / 7;
        if (week >= workingDays.Length)
        {
            return minutesBefore[^1] + ((week - workingDays.Length) * LastWeekMinutes);
        }

        var passed = workingDays[week] & ((2 << (day.DayNumber - IsoWeek.Monday(day).DayNumber)) - 1);
        var days = BitOperations.PopCount(workingDays[week]);
        var minutes = minutesBefore[week + 1] - minutesBefore[week];
        return minutesBefore[week] + (days == 0 ? 0 : minutes * BitOperations.PopCount((uint)passed) / days);
    }

    private double LastWeekMinutes => minutesBefore[^1] - minutesBefore[^2];

    private DateOnly DayBeyond(double minutes)
    {
        var weeks = minutes / LastWeekMinutes;
        var days = (LastDay.DayNumber - firstMonday.DayNumber) - (7 * workingDays.Length);
        return weeks * 7 < days
            ? firstMonday.AddDays((7 * workingDays.Length) + (int)Math.Ceiling(weeks * 7) - 1)
            : LastDay;
    }

    private int FirstWeekWith(double minutes)
    {
        var (low, high) = (0, workingDays.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = minutesBefore[middle + 1] < minutes ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private DateOnly WorkingDay(int week, int number)
    {
        var monday = firstMonday.AddDays(7 * week);
        for (var day = 0; day < 7; day++)
        {
            number -= (workingDays[week] >> day) & 1;
            if (number == 0)
            {
                return monday.AddDays(day);
            }
        }

        return monday.AddDays(6);
    }
}
