using System.Globalization;

namespace CareerCompass.Domain.Planning;

/// <summary>A recurrence rule: the subset of RFC 5545 that people use for planning. Weeks start on Monday; as in the
/// RFC, months and years without a matching day are skipped.</summary>
public sealed record Recurrence(
    Frequency Frequency,
    int Interval,
    IReadOnlyList<RecurrenceDay> Days,
    IReadOnlyList<int> MonthDays,
    DateOnly? Until = null
)
{
    public const int MaxInterval = 99;

    private const string WeekdayCodes = "SUMOTUWETHFRSA";

    /// <exception cref="DomainRuleException">The rule is invalid or uses unsupported parts.</exception>
    public static Recurrence Parse(string? text)
    {
        var (frequency, interval, days, monthDays, until) = (
            (Frequency?)null,
            1,
            new List<RecurrenceDay>(),
            new List<int>(),
            (DateOnly?)null
        );
        foreach (var part in (text ?? "").Trim().ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=') is [var left, { Length: > 0 } right]
                ? (left, right)
                : throw InvalidRule();
            switch (name)
            {
                case "FREQ"
                    when frequency is null
                        && Enum.TryParse<Frequency>(value, true, out var given)
                        && Enum.IsDefined(given)
                        && !char.IsAsciiDigit(value[0]):
                    frequency = given;
                    break;
                case "INTERVAL":
                    interval = Number(value, 1, MaxInterval);
                    break;
                case "BYDAY":
                    days.AddRange(value.Split(',').Select(ParseDay));
                    break;
                case "BYMONTHDAY":
                    monthDays.AddRange(value.Split(',').Select(day => Number(day, -31, 31)));
                    break;
                case "UNTIL"
                    when DateOnly.TryParseExact(
                        value.Split('T')[0],
                        "yyyyMMdd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var last
                    ):
                    until = last;
                    break;
                case "WKST" when value == "MO":
                    break;
                default:
                    throw InvalidRule();
            }
        }

        var rule = new Recurrence(
            frequency ?? throw InvalidRule(),
            interval,
            [.. days.Distinct()],
            [.. monthDays.Distinct()],
            until
        );
        var fits = rule.Frequency switch
        {
            Frequency.Monthly => !rule.MonthDays.Contains(0),
            Frequency.Weekly => rule.MonthDays.Count == 0 && rule.Days.All(day => day.Ordinal == 0),
            _ => rule.MonthDays.Count == 0 && rule.Days.Count == 0,
        };
        return fits ? rule : throw InvalidRule();
    }

    /// <param name="start">The start date, from which weeks, months and years are counted.</param>
    /// <returns>Null when there is none within <see cref="Limits.MaxYearsAhead"/> years.</returns>
    public DateOnly? NextOccurrence(DateOnly start, DateOnly after)
    {
        var day = OccurrencesBetween(start, after.AddDays(1), after.AddYears(Limits.MaxYearsAhead)).Take(1).ToList();
        return day.Count > 0 ? day[0] : null;
    }

    public IEnumerable<DateOnly> OccurrencesBetween(DateOnly start, DateOnly from, DateOnly to)
    {
        from = from > start ? from : start;
        to = Until is { } until && until < to ? until : to;
        for (var period = FirstPeriodBefore(start, from); ; period++)
        {
            var (begins, days) = OccurrencesInPeriod(start, period);
            if (begins > to)
            {
                yield break;
            }

            foreach (var day in days.Where(day => day >= from && day <= to).Order())
            {
                yield return day;
            }
        }
    }

    /// <summary>Names the weekday that a weekly rule otherwise takes from its first day.</summary>
    public Recurrence OnWeekdayOf(DateOnly day) =>
        Frequency == Frequency.Weekly && Days.Count == 0
            ? this with
            {
                Days = [new RecurrenceDay(day.DayOfWeek)],
            }
            : this;

    /// <summary>Uses the last day of the month if the rule would take a day from its start that some months lack.
    /// </summary>
    public Recurrence InEveryMonth(DateOnly start) =>
        Frequency == Frequency.Monthly && Days.Count == 0 && MonthDays.Count == 0 && start.Day > 28
            ? this with
            {
                MonthDays = [-1],
            }
            : this;

    public override string ToString() =>
        string.Join(
            ';',
            new[]
            {
                $"FREQ={Frequency.ToString().ToUpperInvariant()}",
                Interval == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"INTERVAL={Interval}"),
                Days.Count == 0
                    ? ""
                    : "BYDAY="
                        + string.Join(
                            ',',
                            Days.Select(day =>
                                (day.Ordinal == 0 ? "" : day.Ordinal.ToString(CultureInfo.InvariantCulture))
                                + WeekdayCodes[(2 * (int)day.Day)..((2 * (int)day.Day) + 2)]
                            )
                        ),
                MonthDays.Count == 0
                    ? ""
                    : "BYMONTHDAY="
                        + string.Join(',', MonthDays.Select(day => day.ToString(CultureInfo.InvariantCulture))),
                Until is { } until ? "UNTIL=" + until.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : "",
            }.Where(part => part.Length > 0)
        );

    public bool Equals(Recurrence? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    // One period early, so that no occurrence is missed
    private int FirstPeriodBefore(DateOnly start, DateOnly from) =>
        Math.Max(
            0,
            (
                Frequency switch
                {
                    Frequency.Daily => from.DayNumber - start.DayNumber,
                    Frequency.Weekly => (from.DayNumber - start.DayNumber) / 7,
                    Frequency.Monthly => ((from.Year - start.Year) * 12) + from.Month - start.Month,
                    _ => from.Year - start.Year,
                } / Interval
            ) - 1
        );

    private (DateOnly Start, IEnumerable<DateOnly> Days) OccurrencesInPeriod(DateOnly start, int period)
    {
        var step = period * Interval;
        switch (Frequency)
        {
            case Frequency.Daily:
                return (start.AddDays(step), [start.AddDays(step)]);
            case Frequency.Weekly:
                var monday = IsoWeek.Monday(start).AddDays(7 * step);
                return (
                    monday,
                    Days.Count == 0
                        ? [start.AddDays(7 * step)]
                        : Days.Select(day => monday.AddDays(((int)day.Day + 6) % 7))
                );
            case Frequency.Monthly:
                var month = new DateOnly(start.Year, start.Month, 1).AddMonths(step);
                return (month, OccurrencesInMonth(month, start.Day));
            default:
                var year = start.Year + step;
                return (
                    new DateOnly(year, 1, 1),
                    start.Day <= DateTime.DaysInMonth(year, start.Month)
                        ? [new DateOnly(year, start.Month, start.Day)]
                        : []
                );
        }
    }

    private IEnumerable<DateOnly> OccurrencesInMonth(DateOnly month, int day)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        var numbers =
            MonthDays.Count > 0 ? MonthDays
            : Days.Count > 0 ? []
            : [day];
        var all = Enumerable.Range(1, length);
        var byNumber =
            numbers.Count == 0
                ? all
                : all.Where(number => numbers.Contains(number) || numbers.Contains(number - length - 1));
        return byNumber
            .Select(number => month.AddDays(number - 1))
            .Where(date =>
                Days.Count == 0
                || Days.Any(rule =>
                    rule.Day == date.DayOfWeek
                    && (
                        rule.Ordinal == 0
                        || rule.Ordinal == ((date.Day - 1) / 7) + 1
                        || rule.Ordinal == -(((length - date.Day) / 7) + 1)
                    )
                )
            );
    }

    private static RecurrenceDay ParseDay(string text)
    {
        var index = text.Length < 2 ? -1 : WeekdayCodes.IndexOf(text[^2..], StringComparison.Ordinal);
        return index < 0 || index % 2 != 0
            ? throw InvalidRule()
            : new(
                (DayOfWeek)(index / 2),
                text.Length == 2 ? 0
                    : Number(text[..^2], -5, 5) is not 0 and var ordinal ? ordinal
                    : throw InvalidRule()
            );
    }

    private static int Number(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= min
        && number <= max
            ? number
            : throw InvalidRule();

    private static DomainRuleException InvalidRule() => new("Rule", "Choose how often it repeats.");
}
