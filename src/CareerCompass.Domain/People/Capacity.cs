using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.People;

/// <summary>A person's weekly minutes, valid from a week until the next row.</summary>
public sealed class Capacity : OwnedEntity
{
    private Capacity() { }

    public Capacity(Guid ownerId, DateOnly fromWeek, int minutes, Guid? correctionId = null)
        : base(ownerId)
    {
        FromWeek = IsoWeek.Monday(fromWeek);
        Change(minutes);
        CorrectionId = correctionId;
    }

    public DateOnly FromWeek { get; private set; }

    /// <summary>Minutes a week, 1 to <see cref="Limits.MaxWeekMinutes"/>.</summary>
    public int Minutes { get; private set; }

    public Guid? CorrectionId { get; private set; }

    /// <summary>Weekly minutes on a day. Before the first row, the first row applies.</summary>
    /// <param name="rows">Oldest first.</param>
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

    /// <summary>Creates or updates the capacity row that a correction changed.</summary>
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

    /// <summary>The minutes of the week that contains the day, less its days off.</summary>
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

    /// <summary>Scales weekly minutes to a number of days, rounded down to a quarter of an hour.</summary>
    public static int ProrateMinutes(int minutes, int days) =>
        (minutes * days / 7) switch
        {
            var all when days == 7 || all < 15 => all,
            var part => part - (part % 15),
        };

    public void Change(int minutes) => Minutes = Limits.CheckMinutes(minutes, Limits.MaxWeekMinutes, "Hours");
}
