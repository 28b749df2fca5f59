using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;

namespace CareerCompass.Web.Pages.RecurringTasks;

public sealed record RecurringTaskInput
{
    [Required(ErrorMessage = ValidationMessages.Required)]
    [MaxTextLength(Limits.MaxTitleLength)]
    public string? Title { get; set; }

    /// <summary>As typed; see <see cref="Duration.Parse"/>.</summary>
    [MaxTextLength(40)]
    public string? Estimate { get; set; }

    [EnumDataType(typeof(RecurrencePattern), ErrorMessage = ValidationMessages.ChooseOne)]
    public RecurrencePattern Rhythm { get; set; } = RecurrencePattern.Week;

    [Required(ErrorMessage = ValidationMessages.Required)]
    [Range(1, Recurrence.MaxInterval, ErrorMessage = "Enter a number from {1} to {2}.")]
    public int? Every { get; set; } = 1;

    /// <summary>The weekdays of a weekly rule; empty for the weekday of the first day.</summary>
    public List<DayOfWeek> Days { get; set; } = [];

    [Range(-1, 5, ErrorMessage = ValidationMessages.ChooseOne)]
    public int Which { get; set; } = 1;

    [EnumDataType(typeof(DayOfWeek), ErrorMessage = ValidationMessages.ChooseOne)]
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

    [Required(ErrorMessage = ValidationMessages.Required)]
    public DateOnly? StartsOn { get; set; }

    public DateOnly? Until { get; set; }

    public int Version { get; set; }

    public int? ParseMinutes() => Duration.Parse(Estimate, Limits.MaxDayMinutes, nameof(Estimate));

    public string ToRule() =>
        (
            Rhythm switch
            {
                RecurrencePattern.Day => new Recurrence(Frequency.Daily, Every ?? 1, [], []),
                RecurrencePattern.Week => new Recurrence(
                    Frequency.Weekly,
                    Every ?? 1,
                    [
                        .. Days.Distinct()
                            .Where(Enum.IsDefined)
                            .OrderBy(day => ((int)day + 6) % 7)
                            .Select(day => new RecurrenceDay(day)),
                    ],
                    []
                ),
                RecurrencePattern.MonthDay => new Recurrence(
                    Frequency.Monthly,
                    Every ?? 1,
                    [],
                    StartsOn?.Day > 28 ? [-1] : []
                ),
                RecurrencePattern.MonthWeekday => new Recurrence(
                    Frequency.Monthly,
                    Every ?? 1,
                    [new RecurrenceDay(Weekday, Which == 0 ? 1 : Which)],
                    []
                ),
                _ => new Recurrence(Frequency.Yearly, Every ?? 1, [], []),
            }
        ).ToString();

    public static RecurringTaskInput From(RecurringTask recurringTask)
    {
        var rule = Recurrence.Parse(recurringTask.Rule);
        var day = rule.Days.FirstOrDefault(day => day.Ordinal != 0);
        return new RecurringTaskInput
        {
            Title = recurringTask.Title,
            Estimate = recurringTask.Minutes is { } minutes ? Duration.Format(minutes) : null,
            Rhythm = rule.Frequency switch
            {
                Frequency.Daily => RecurrencePattern.Day,
                Frequency.Weekly => RecurrencePattern.Week,
                Frequency.Monthly => day.Ordinal != 0 ? RecurrencePattern.MonthWeekday : RecurrencePattern.MonthDay,
                _ => RecurrencePattern.Year,
            },
            Every = rule.Interval,
            Days = [.. rule.Days.Where(day => day.Ordinal == 0).Select(day => day.Day)],
            Which = day.Ordinal == 0 ? 1 : day.Ordinal,
            Weekday = day.Ordinal == 0 ? DayOfWeek.Monday : day.Day,
            StartsOn = recurringTask.StartsOn,
            Until = recurringTask.Until,
            Version = recurringTask.Version,
        };
    }
}
