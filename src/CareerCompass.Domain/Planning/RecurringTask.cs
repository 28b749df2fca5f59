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

    /// <summary>Ends the recurrence yesterday, unless it ended earlier.</summary>
    public void EndBefore(DateOnly today) => Until = Until < today ? Until : today.AddDays(-1);

    public IEnumerable<DateOnly> OccurrenceDates(DateOnly from, DateOnly to) =>
        Recurrence.Parse(Rule).OccurrencesBetween(StartsOn, from, Until < to ? Until.Value : to);

    public PlanTask? CreateFirstOccurrence(DateOnly today, int position) =>
        CreateOccurrence(today.AddDays(-1), position);

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

    private PlanTask? CreateOccurrence(DateOnly after, int position) =>
        NextDate(after) is { } day ? new PlanTask(this, day, position) : null;

    private DateOnly? NextDate(DateOnly after) =>
        Recurrence.Parse(Rule).NextOccurrence(StartsOn, after) is { } day && !(day > Until) ? day : null;
}
