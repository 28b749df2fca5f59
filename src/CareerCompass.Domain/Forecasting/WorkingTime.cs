using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>Time weighted by capacity: a usual week is 1, a week with twice the minutes is 2, a day off is 0. Forecasts
/// are made in working weeks, so that more capacity never makes them later.</summary>
public sealed class WorkingTime
{
    private readonly int[] segmentStarts;
    private readonly double[] weeksPerDay;
    private readonly double[] elapsedWeeks;

    /// <param name="capacities">Oldest first; empty for a constant capacity.</param>
    /// <param name="usualWeekMinutes">Minutes of a usual week.</param>
    public WorkingTime(IReadOnlyList<WeekMinutes> capacities, IReadOnlyList<DaySpan> daysOff, double usualWeekMinutes)
    {
        segmentStarts =
        [
            .. capacities
                .Skip(1)
                .Select(row => row.Week.DayNumber)
                .Concat(daysOff.SelectMany(span => new[] { span.First.DayNumber, span.Last.DayNumber + 1 }))
                .Append(0)
                .Distinct()
                .Order(),
        ];
        (weeksPerDay, elapsedWeeks) = (new double[segmentStarts.Length], new double[segmentStarts.Length]);
        for (var segment = 0; segment < segmentStarts.Length; segment++)
        {
            var day = DateOnly.FromDayNumber(segmentStarts[segment]);
            var weeks = capacities.Count == 0 ? 1 : Capacity.WeeklyMinutesOn(capacities, day) / usualWeekMinutes;
            weeksPerDay[segment] = daysOff.Any(span => span.First <= day && day <= span.Last) ? 0 : weeks / 7;
            elapsedWeeks[segment] =
                segment == 0
                    ? 0
                    : elapsedWeeks[segment - 1]
                        + (weeksPerDay[segment - 1] * (segmentStarts[segment] - segmentStarts[segment - 1]));
        }
    }

    /// <summary>Time in which all weeks are equal and there are no days off.</summary>
    public static WorkingTime Steady { get; } = new([], [], 1);

    /// <summary>Working weeks between the starts of two days; negative when the second is earlier.</summary>
    public double WeeksBetween(DateOnly first, DateOnly second) => WeeksAt(second) - WeeksAt(first);

    public int WorkingDaysBetween(DateOnly first, DateOnly second) =>
        Enumerable
            .Range(0, Math.Max(0, second.DayNumber - first.DayNumber))
            .Count(day => weeksPerDay[SegmentOf(first.DayNumber + day)] > 0);

    private double WeeksAt(DateOnly day)
    {
        var segment = SegmentOf(day.DayNumber);
        return elapsedWeeks[segment] + (weeksPerDay[segment] * (day.DayNumber - segmentStarts[segment]));
    }

    private int SegmentOf(int day)
    {
        var segment = Array.BinarySearch(segmentStarts, day);
        return segment >= 0 ? segment : ~segment - 1;
    }
}
