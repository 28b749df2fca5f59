using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.People;

public sealed class WorkCalendar(IEnumerable<DaySpan> daysOff)
{
    public static readonly WorkCalendar None = new([]);

    private readonly List<DaySpan> daysOff = [.. daysOff.OrderBy(span => span.First)];

    public bool IsDayOff(DateOnly day) => daysOff.Exists(span => span.First <= day && day <= span.Last);

    /// <summary>Working days after one date, up to and including another; 0 when the second is earlier.</summary>
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
