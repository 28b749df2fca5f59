using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>The piggy bank: what a person put into their career, summed up by day, week and month.</summary>
public sealed class TimeTotals(IEnumerable<(DateOnly Day, int Minutes)> entries)
{
    private readonly Dictionary<DateOnly, int> minutesByDay = entries
        .GroupBy(effort => effort.Day)
        .ToDictionary(group => group.Key, group => group.Sum(effort => effort.Minutes));

    /// <summary>How much ink a day gets: none, a little, up to <see cref="MaxIntensity"/>.</summary>
    public const int MaxIntensity = 4;

    public int MinutesOn(DateOnly day) => minutesByDay.GetValueOrDefault(day);

    /// <summary>Minutes from the first to the last day, both included.</summary>
    public int MinutesBetween(DateOnly first, DateOnly last) =>
        minutesByDay.Where(day => day.Key >= first && day.Key <= last).Sum(day => day.Value);

    /// <summary>Minutes in the week that the day is in.</summary>
    public int MinutesInWeekOf(DateOnly day) => MinutesBetween(IsoWeek.Monday(day), IsoWeek.Monday(day).AddDays(6));

    /// <summary>Days on which something was invested.</summary>
    public int ActiveDaysBetween(DateOnly first, DateOnly last) =>
        minutesByDay.Count(day => day.Value > 0 && day.Key >= first && day.Key <= last);

    /// <summary>The last months up to that of a day, oldest first.</summary>
    public IReadOnlyList<MonthTotal> MonthTotals(DateOnly today, int count) =>
        [
            .. Enumerable
                .Range(1 - count, count)
                .Select(offset => new DateOnly(today.Year, today.Month, 1).AddMonths(offset))
                .Select(first => new MonthTotal(
                    first,
                    MinutesBetween(first, first.AddMonths(1).AddDays(-1)),
                    ActiveDaysBetween(first, first.AddMonths(1).AddDays(-1))
                )),
        ];

    /// <summary>Half an hour, an hour, two hours: what a working person has in an evening.</summary>
    public static int Intensity(int minutes) =>
        minutes switch
        {
            <= 0 => 0,
            <= 30 => 1,
            <= 60 => 2,
            <= 120 => 3,
            _ => MaxIntensity,
        };

    public sealed record MonthTotal(DateOnly First, int Minutes, int ActiveDays);
}
