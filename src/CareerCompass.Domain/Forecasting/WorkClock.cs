using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>
/// Time as it counts for work: a week of the person's usual hours is 1, one of twice as many 2, a day off nothing.
/// Forecasts are made in such weeks and read off the calendar at the end, so that more hours never make them later.
/// </summary>
public sealed class WorkingTime
{
    private readonly int[] from;
    private readonly double[] rate;
    private readonly double[] gone;

    /// <param name="capacities">Minutes a week from a week on, in order of time; none for a steady week.</param>
    /// <param name="usual">Minutes of a usual week.</param>
    public WorkingTime(IReadOnlyList<WeekMinutes> capacities, IReadOnlyList<DaySpan> off, double usual)
    {
        from = [.. capacities.Skip(1).Select(row => row.Week.DayNumber)
            .Concat(off.SelectMany(span => new[] { span.First.DayNumber, span.Last.DayNumber + 1 })).Append(0).Distinct().Order()];
        (rate, gone) = (new double[from.Length], new double[from.Length]);
        for (var part = 0; part < from.Length; part++)
        {
            var day = DateOnly.FromDayNumber(from[part]);
            var weeks = capacities.Count == 0 ? 1 : Capacity.WeeklyMinutesOn(capacities, day) / usual;
            rate[part] = off.Any(span => span.First <= day && day <= span.Last) ? 0 : weeks / 7;
            gone[part] = part == 0 ? 0 : gone[part - 1] + (rate[part - 1] * (from[part] - from[part - 1]));
        }
    }

    /// <summary>Every week is like the next.</summary>
    public static WorkingTime Steady { get; } = new([], [], 1);

    /// <summary>Working weeks between the mornings of two days; negative when the second comes first.</summary>
    public double WeeksBetween(DateOnly first, DateOnly second) => At(second) - At(first);

    /// <summary>The day by which so many working weeks have passed since the morning of another, at most a working life later.</summary>
    public DateOnly AddWeeks(DateOnly first, double weeks)
    {
        var (aim, last) = (At(first) + weeks - 1e-9, first.AddYears(Limits.MaxYearsAhead));
        for (var part = Part(first.DayNumber); part < from.Length; part++)
        {
            if (rate[part] > 0 && (part == from.Length - 1 || aim <= gone[part + 1]))
            {
                var day = from[part] + Math.Ceiling((aim - gone[part]) / rate[part]);
                return day < last.DayNumber ? DateOnly.FromDayNumber(Math.Max((int)day, first.DayNumber)) : last;
            }
        }

        return last;
    }

    /// <summary>Days from one to another, without those off.</summary>
    public int WorkingDaysBetween(DateOnly first, DateOnly second) =>
        Enumerable.Range(0, Math.Max(0, second.DayNumber - first.DayNumber)).Count(day => rate[Part(first.DayNumber + day)] > 0);

    private double At(DateOnly day)
    {
        var part = Part(day.DayNumber);
        return gone[part] + (rate[part] * (day.DayNumber - from[part]));
    }

    private int Part(int day)
    {
        var part = Array.BinarySearch(from, day);
        return part >= 0 ? part : ~part - 1;
    }
}
