using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Charts;

/// <summary>A year of days: a column per week, a row per weekday. Phones stack its two halves.</summary>
public sealed record TimeEntryCalendar(DateOnly First, DateOnly Last, IReadOnlyList<TimeEntryCalendar.Half> Halves)
{
    public const int Weeks = 53;

    public const int CellSize = 11,
        Pitch = 14;

    private const int FirstHalf = 27;

    /// <param name="Intensity">0 to <see cref="TimeTotals.MaxIntensity"/>.</param>
    public sealed record Cell(DateOnly Day, int Minutes, int Intensity, int X, int Y);

    public sealed record Half(IReadOnlyList<Cell> Cells, IReadOnlyList<(DateOnly First, int X)> Months, int Weeks)
    {
        public int Width => (Weeks * Pitch) - (Pitch - CellSize);
    }

    public static DateOnly FirstDay(DateOnly today) => IsoWeek.Monday(today).AddDays(-7 * (Weeks - 1));

    public static TimeEntryCalendar Create(TimeTotals timeTotals, DateOnly today)
    {
        var first = FirstDay(today);
        return new TimeEntryCalendar(
            first,
            today,
            [
                CreateHalf(timeTotals, first, FirstHalf, today),
                CreateHalf(timeTotals, first.AddDays(7 * FirstHalf), Weeks - FirstHalf, today),
            ]
        );
    }

    private static Half CreateHalf(TimeTotals timeTotals, DateOnly monday, int weeks, DateOnly today)
    {
        var days = Enumerable
            .Range(0, weeks * 7)
            .Select(offset => (Day: monday.AddDays(offset), X: offset / 7 * Pitch, Y: offset % 7 * Pitch))
            .Where(at => at.Day <= today)
            .ToList();
        var cells = days.Select(at => new Cell(
            at.Day,
            timeTotals.MinutesOn(at.Day),
            TimeTotals.Intensity(timeTotals.MinutesOn(at.Day)),
            at.X,
            at.Y
        ));

        // A name needs two and a half columns
        var months = days.Where(at => at.Day.Day == 1 && at.X <= (weeks - 2) * Pitch).Select(at => (at.Day, at.X));
        return new Half([.. cells], [.. months], weeks);
    }
}
