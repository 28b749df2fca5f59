using CareerCompass.Domain.Planning;

namespace CareerCompass.Web.Localization;

public sealed partial class Localizer
{
    /// <summary>Describes a recurrence rule: "every week on Tuesday and Thursday".</summary>
    public string DescribeRecurrence(string rule, DateOnly startsOn)
    {
        var recurrence = Recurrence.Parse(rule);
        var days = Together([
            .. recurrence
                .Days.Where(day => day.Ordinal == 0)
                .OrderBy(day => ((int)day.Day + 6) % 7)
                .Select(day => Name(day.Day)),
        ]);
        var text = recurrence.Frequency switch
        {
            Frequency.Daily => Every(recurrence, "every day", "every {0} days"),
            Frequency.Weekly => this[
                "{0} on {1}",
                Every(recurrence, "every week", "every {0} weeks"),
                days.Length > 0 ? days : Name(startsOn.DayOfWeek)
            ],
            Frequency.Monthly when recurrence.Days is [{ Ordinal: not 0 } day] => this[
                "the {0} {1} of {2}",
                Ordinal(day.Ordinal),
                Name(day.Day),
                Every(recurrence, "every month", "every {0} months")
            ],
            Frequency.Monthly when recurrence.MonthDays is [-1] => this[
                "on the last day of {0}",
                Every(recurrence, "every month", "every {0} months")
            ],
            Frequency.Monthly => this[
                "{0} on day {1}",
                Every(recurrence, "every month", "every {0} months"),
                recurrence.MonthDays is [> 0 and var number] ? number : startsOn.Day
            ],
            _ => this[
                "{0} on {1}",
                Every(recurrence, "every year", "every {0} years"),
                startsOn.ToString(this["d MMMM"], System.Globalization.CultureInfo.CurrentCulture)
            ],
        };
        return recurrence.Until is { } until ? this["{0} until {1}", text, until] : text;
    }

    /// <summary>The same with its last day: "every week on Friday until 12 May 2027".</summary>
    public string DescribeRecurrence(RecurringTask recurringTask)
    {
        var text = DescribeRecurrence(recurringTask.Rule, recurringTask.StartsOn);
        return recurringTask.Until is { } until ? this["{0} until {1}", text, until] : text;
    }

    public string Ordinal(int which) =>
        which switch
        {
            1 => this["first"],
            2 => this["second"],
            3 => this["third"],
            4 => this["fourth"],
            5 => this["fifth"],
            -1 => this["last"],
            _ => this["{0}th to last", -which],
        };

    private string Every(Recurrence rule, string one, string many) =>
        rule.Interval == 1 ? this[one] : this[many, rule.Interval];

    private string Together(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : this["{0} and {1}", string.Join(", ", words.SkipLast(1)), words[^1]];
}
