using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.People;

/// <summary>A person's days off. They count against nobody.</summary>
public sealed class WorkCalendar(IEnumerable<DaySpan> daysOff)
{
    public static readonly WorkCalendar None = new([]);

    private readonly List<DaySpan> daysOff = [.. daysOff.OrderBy(span => span.First)];

    public bool IsDayOff(DateOnly day) => daysOff.Exists(span => span.First <= day && day <= span.Last);

    /// <summary>Days after one day and up to another that are not off; none when it lies before.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo)
    {
        var days = Math.Max(0, upTo.DayNumber - after.DayNumber);
        var counted = after;
        foreach (var span in daysOff)
        {
            var first = span.First > counted ? span.First : counted.AddDays(1);
            var last = span.Last < upTo ? span.Last : upTo;
            if (last >= first)
            {
                days -= last.DayNumber - first.DayNumber + 1;
                counted = last;
            }
        }

        return days;
    }
}
