using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>The piggy bank: what a person put into their career, summed up by day, week and month.</summary>
public sealed class TimeTotals(IEnumerable<(DateOnly Day, int Minutes)> efforts)
{
    private readonly Dictionary<DateOnly, int> days = efforts.GroupBy(effort => effort.Day).ToDictionary(group => group.Key, group => group.Sum(effort => effort.Minutes));

    /// <summary>How much ink a day gets: none, a little, up to <see cref="MaxIntensity"/>.</summary>
    public const int MaxIntensity = 4;

    public int On(DateOnly day) => days.GetValueOrDefault(day);

    /// <summary>Minutes from the first to the last day, both included.</summary>
    public int Between(DateOnly first, DateOnly last) => days.Where(day => day.Key >= first && day.Key <= last).Sum(day => day.Value);

    /// <summary>Minutes in the week that the day is in.</summary>
    public int InWeekOf(DateOnly day) => Between(IsoWeek.Monday(day), IsoWeek.Monday(day).AddDays(6));

    /// <summary>Days on which something was invested.</summary>
    public int DaysBetween(DateOnly first, DateOnly last) => days.Count(day => day.Value > 0 && day.Key >= first && day.Key <= last);

    /// <summary>The last months up to that of a day, oldest first.</summary>
    public IReadOnlyList<Month> Months(DateOnly today, int number) =>
        [.. Enumerable.Range(1 - number, number).Select(back => new DateOnly(today.Year, today.Month, 1).AddMonths(back))
            .Select(first => new Month(first, Between(first, first.AddMonths(1).AddDays(-1)), DaysBetween(first, first.AddMonths(1).AddDays(-1))))];

    /// <summary>Half an hour, an hour, two hours: what a working person has in an evening.</summary>
    public static int Intensity(int minutes) => minutes switch { <= 0 => 0, <= 30 => 1, <= 60 => 2, <= 120 => 3, _ => MaxIntensity };

    public sealed record Month(DateOnly First, int Minutes, int Days);
}
