using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>A dated checkpoint of a goal. Created by <see cref="Goal.AddMilestone"/>.</summary>
public sealed class Milestone : OwnedEntity, ITrashable, IVersioned
{
    private Milestone() { }

    internal Milestone(Goal goal, string? title, DateOnly date, DateOnly today)
        : base(goal.OwnerId)
    {
        GoalId = goal.Id;
        Edit(title, date, today);
    }

    public Guid GoalId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly Date { get; private set; }

    public DateOnly? ReachedOn { get; private set; }

    public DateTime? TrashedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Reached when the person says so, or when it has tasks and all of them are done.</summary>
    public static bool IsReached(DateOnly? reachedOn, int openTasks, int doneTasks) =>
        reachedOn is not null || (openTasks == 0 && doneTasks > 0);

    public void Edit(string? title, DateOnly date, DateOnly today)
    {
        Title = Limits.CheckTitle(title);
        Date = Limits.CheckDate(date, today, nameof(Date));
    }

    public void MarkReached(DateOnly today) => ReachedOn ??= today;

    public void MarkNotReached() => ReachedOn = null;

    public void Trash(DateTime now) => TrashedAt ??= now;

    public void Restore() => TrashedAt = null;

    internal void RestoreValues(ChangeSet.MilestoneValues values, DateTime now)
    {
        (Title, Date) = (values.Title, values.Date);
        TrashedAt = values.IsTrashed ? TrashedAt ?? now : null;
    }
}
