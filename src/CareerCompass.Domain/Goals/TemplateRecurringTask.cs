using System.Text.Json.Serialization;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>A recurring task of a template, dated in weeks from the start.</summary>
/// <param name="Every">One of <see cref="Rhythms"/>.</param>
/// <param name="On">The weekday, in English. Without it, the weekday of the goal's start.</param>
/// <param name="Rule">A rule that <see cref="Recurrence"/> reads, instead of Every and On.</param>
/// <param name="FromWeek">Weeks after the start, plus <paramref name="FromDay"/> days.</param>
/// <param name="Weeks">For how many weeks, plus <paramref name="Days"/> days; without both, until the target.</param>
/// <param name="Notes">Go to the first occurrence.</param>
public sealed record TemplateRecurringTask(
    string Title,
    int? Minutes = null,
    string? Every = null,
    string? On = null,
    string? Rule = null,
    int FromWeek = 0,
    int FromDay = 0,
    int? Weeks = null,
    int Days = 0,
    string? Notes = null
)
{
    public static readonly IReadOnlyDictionary<string, Recurrence> Rhythms = new Dictionary<string, Recurrence>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["day"] = new(Frequency.Daily, 1, [], []),
        ["week"] = new(Frequency.Weekly, 1, [], []),
        ["two weeks"] = new(Frequency.Weekly, 2, [], []),
        ["month"] = new(Frequency.Monthly, 1, [], []),
    };

    /// <summary>Days from the start to its first day.</summary>
    [JsonIgnore]
    public int Offset => (FromWeek * 7) + FromDay;

    /// <summary>Null until the target.</summary>
    [JsonIgnore]
    public int? Length => Weeks is null && Days == 0 ? null : ((Weeks ?? 0) * 7) + Days;

    [JsonIgnore]
    public DayOfWeek? Weekday =>
        Enum.GetValues<DayOfWeek>()
            .Cast<DayOfWeek?>()
            .FirstOrDefault(day => string.Equals(day.ToString(), On?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Days from the start to the day after its last.</summary>
    public int EndOffset(int templateLength) =>
        Length is { } length ? Math.Min(Offset + length, templateLength) : templateLength;

    /// <exception cref="DomainRuleException">The rule is invalid.</exception>
    public Recurrence ReadRule() =>
        Every is null
            ? Recurrence.Parse(Rule)
            : Rhythms[Every.Trim()] with
            {
                Days = Weekday is { } weekday ? [new RecurrenceDay(weekday)] : [],
            };

    /// <summary>Creates it for a plan from start to target, scaled like the milestones.</summary>
    public RecurringTask Create(Guid ownerId, Guid goalId, int templateLength, DateOnly start, DateOnly target)
    {
        var recurringTask = new RecurringTask(ownerId, goalId, Title, ReadRule().ToString(), start, null, Minutes);
        recurringTask.MoveTo(
            PlanScale.Move(Offset, templateLength, start, target),
            PlanScale.Move(EndOffset(templateLength), templateLength, start, target).AddDays(-1)
        );
        return recurringTask;
    }

    /// <summary>Describes a goal's recurring task. Days outside the goal are pulled in.</summary>
    /// <param name="templateLength">Days from the goal's start to its target.</param>
    public static TemplateRecurringTask From(RecurringTask recurringTask, Goal goal, int templateLength)
    {
        var offset = Math.Clamp(recurringTask.StartsOn.DayNumber - goal.StartedOn.DayNumber, 0, templateLength - 1);
        var length = recurringTask.Until?.DayNumber - recurringTask.StartsOn.DayNumber + 1;
        var endsEarlier = length < templateLength - offset;
        return new TemplateRecurringTask(
            recurringTask.Title,
            recurringTask.Minutes,
            Rule: (Recurrence.Parse(recurringTask.Rule) with { Until = null })
                .OnWeekdayOf(recurringTask.StartsOn)
                .ToString(),
            FromWeek: offset / 7,
            FromDay: offset % 7,
            Weeks: endsEarlier ? length / 7 : null,
            Days: endsEarlier ? length!.Value % 7 : 0,
            Notes: goal.UntrashedTasks.FirstOrDefault(task =>
                task.RecurringTaskId == recurringTask.Id && !task.IsDone
            )?.Notes
        );
    }
}
