using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

public sealed class TimeTotals(IEnumerable<(DateOnly Day, int Minutes)> entries)
{
    private readonly Dictionary<DateOnly, int> minutesByDay = entries
        .GroupBy(effort => effort.Day)
        .ToDictionary(group => group.Key, group => group.Sum(effort => effort.Minutes));

    public const int MaxIntensity = 4;

    public int MinutesOn(DateOnly day) => minutesByDay.GetValueOrDefault(day);

    public int MinutesBetween(DateOnly first, DateOnly last) =>
        minutesByDay.Where(day => day.Key >= first && day.Key <= last).Sum(day => day.Value);

    public int MinutesInWeekOf(DateOnly day) => MinutesBetween(IsoWeek.Monday(day), IsoWeek.Monday(day).AddDays(6));

    public int ActiveDaysBetween(DateOnly first, DateOnly last) =>
        minutesByDay.Count(day => day.Value > 0 && day.Key >= first && day.Key <= last);

    /// <summary>Totals of the last months up to the current one, oldest first.</summary>
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

    /// <summary>0 to <see cref="MaxIntensity"/>, with steps at half an hour, one hour and two hours.</summary>
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
