using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.People;

/// <summary>The minutes a week a person has for their career, from a week on until the next row.</summary>
public sealed class Capacity : OwnedEntity
{
    private Capacity() { }

    /// <exception cref="DomainRuleException">The minutes lie outside 1 to <see cref="Limits.MaxWeekMinutes"/>.</exception>
    public Capacity(Guid ownerId, DateOnly fromWeek, int minutes, Guid? correctionId = null)
        : base(ownerId)
    {
        FromWeek = IsoWeek.Monday(fromWeek);
        Change(minutes);
        CorrectionId = correctionId;
    }

    /// <summary>The Monday of the first week it holds for.</summary>
    public DateOnly FromWeek { get; private set; }

    /// <summary>Minutes a week, 1 to <see cref="Limits.MaxWeekMinutes"/>.</summary>
    public int Minutes { get; private set; }

    /// <summary>The correction that changed the hours, if one did.</summary>
    public Guid? CorrectionId { get; private set; }

    /// <summary>Minutes a week on a day: those of the last row that had begun; before the first, those of the first.</summary>
    /// <param name="rows">In order of time.</param>
    public static int WeeklyMinutesOn(IReadOnlyList<WeekMinutes> rows, DateOnly day)
    {
        for (var row = rows.Count - 1; row > 0; row--)
        {
            if (rows[row].Week <= day)
            {
                return rows[row].Minutes;
            }
        }

        return rows.Count > 0 ? rows[0].Minutes : Person.DefaultWeeklyMinutes;
    }

    /// <summary>The row of a week whose hours a correction changed: the one there is, or a new one.</summary>
    /// <param name="existing">The week's own row, if there is one.</param>
    public static Capacity FromCorrection(Correction correction, Capacity? existing)
    {
        var hours = correction.ChangeSet!.Capacity!;
        if (existing is null)
        {
            return new Capacity(correction.OwnerId, hours.Week, hours.MinutesAfter, correction.Id);
        }

        existing.Change(hours.MinutesAfter);
        existing.CorrectionId = correction.Id;
        return existing;
    }

    /// <summary>Minutes of the week that a day lies in, less what its days off take.</summary>
    /// <param name="rows">In order of time.</param>
    public static int AvailableMinutesInWeek(
        IReadOnlyList<WeekMinutes> rows,
        IReadOnlyList<DaySpan> daysOff,
        DateOnly day
    )
    {
        var monday = IsoWeek.Monday(day);
        return ProrateMinutes(
            WeeklyMinutesOn(rows, monday.AddDays(6)),
            Enumerable
                .Range(0, 7)
                .Select(monday.AddDays)
                .Count(date => !daysOff.Any(span => span.First <= date && date <= span.Last))
        );
    }

    /// <summary>Of a week's minutes, those of so many of its days: what is left of a week is rounded down to quarters of an hour.</summary>
    public static int ProrateMinutes(int minutes, int days) =>
        (minutes * days / 7) switch
        {
            var all when days == 7 || all < 15 => all,
            var part => part - (part % 15),
        };

    public void Change(int minutes) => Minutes = Limits.CheckMinutes(minutes, Limits.MaxWeekMinutes, "Hours");
}
