using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Planning;

/// <summary>A recurring task of a goal. It has one open occurrence at a time, so that skipped ones do not pile up. It
/// takes capacity but counts in neither progress nor forecast.</summary>
public sealed class RecurringTask : OwnedEntity, IVersioned
{
    private RecurringTask() { }

    /// <exception cref="DomainRuleException">A text or the rule is invalid, or it ends before it starts.</exception>
    public RecurringTask(
        Guid ownerId,
        Guid goalId,
        string? title,
        string? rule,
        DateOnly startsOn,
        DateOnly? until,
        int? minutes
    )
        : base(ownerId)
    {
        GoalId = goalId;
        Change(title, rule, startsOn, until, minutes);
    }

    public Guid GoalId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>An RFC 5545 recurrence rule; see <see cref="Recurrence"/>.</summary>
    public string Rule { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    public DateOnly? Until { get; private set; }

    public int? Minutes { get; private set; }

    public int Version { get; private set; }

    public void Change(string? title, string? rule, DateOnly startsOn, DateOnly? until, int? minutes)
    {
        Title = Limits.CheckTitle(title);
        Rule = Recurrence.Parse(rule).ToString();
        StartsOn = startsOn;
        Until =
            until is null || until >= startsOn
                ? until
                : throw new DomainRuleException(nameof(Until), "The last day cannot be before the first.");
        Minutes = minutes is { } given ? Limits.CheckMinutes(given, Limits.MaxDayMinutes, nameof(Minutes)) : null;
    }

    /// <summary>Moves its first and last day. It keeps its weekday, and occurs at least once.</summary>
    public void MoveTo(DateOnly startsOn, DateOnly? until)
    {
        var rule = Recurrence.Parse(Rule).OnWeekdayOf(StartsOn).InEveryMonth(startsOn);
        var first = rule.NextOccurrence(startsOn, startsOn.AddDays(-1)) ?? startsOn;
        Change(Title, rule.ToString(), startsOn, until is null ? null : Later(until, first), Minutes);
    }

    /// <summary>Moves its days between a goal's start and target in proportion when the target moves.</summary>
    public void MoveProportionally(DateOnly start, DateOnly target, DateOnly newTarget)
    {
        var length = target.DayNumber - start.DayNumber;
        DateOnly Move(DateOnly day) =>
            day > start && day <= target
                ? PlanScale.Move(day.DayNumber - start.DayNumber, length, start, newTarget)
                : day;
        var end = Until == target ? target : Until?.AddDays(1);
        MoveTo(Move(StartsOn), end is { } day ? Move(day).AddDays(-1) : null);
    }

    /// <summary>Ends the recurrence yesterday, unless it ended earlier.</summary>
    public void EndBefore(DateOnly today) => Until = Until < today ? Until : today.AddDays(-1);

    public IEnumerable<DateOnly> OccurrenceDates(DateOnly from, DateOnly to) =>
        Recurrence.Parse(Rule).OccurrencesBetween(StartsOn, from, Until < to ? Until.Value : to);

    public int MinutesBetween(DateOnly from, DateOnly to) => (Minutes ?? 0) * OccurrenceDates(from, to).Count();

    public PlanTask? CreateFirstOccurrence(DateOnly today, int position, string? notes = null) =>
        CreateOccurrence(today.AddDays(-1), position, notes);

    /// <summary>Creates the next occurrence, after both today and the completed one.</summary>
    public PlanTask? CreateNextOccurrence(PlanTask done, DateOnly today) =>
        CreateOccurrence(Later(done.DueOn, today), done.Position);

    /// <summary>Moves an open occurrence to the next matching day.</summary>
    /// <returns>False when there is no such day.</returns>
    public bool SkipOccurrence(PlanTask task, DateOnly today)
    {
        if (task.IsDone || NextDate(Later(task.DueOn, today)) is not { } day)
        {
            return false;
        }

        task.SetOccurrence(Id, day);
        return true;
    }

    public void UpdateOccurrence(PlanTask task, DateOnly day) => task.UpdateFrom(this, day);

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private PlanTask? CreateOccurrence(DateOnly after, int position, string? notes = null) =>
        NextDate(after) is { } day ? new PlanTask(this, day, position, notes) : null;

    private DateOnly? NextDate(DateOnly after) =>
        Recurrence.Parse(Rule).NextOccurrence(StartsOn, after) is { } day && !(day > Until) ? day : null;
}
