using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

public sealed partial class Goal
{
    /// <exception cref="DomainRuleException">The goal has changed since the correction.</exception>
    internal void RequireUnchangedSince(ChangeSet.GoalChange change)
    {
        if (TrashedAt is not null || ChangeSet.GoalValues.From(this) != change.After)
        {
            throw ChangedSinceException(Title);
        }

        foreach (var milestoneChange in change.Milestones)
        {
            var current = milestones.Find(milestone => milestone.Id == milestoneChange.Id);
            if (current is null || ChangeSet.MilestoneValues.From(current) != milestoneChange.After)
            {
                throw ChangedSinceException(current?.Title ?? milestoneChange.After.Title);
            }
        }

        foreach (var taskChange in change.Tasks)
        {
            var current = tasks.Find(task => task.Id == taskChange.Id);
            if (current is null || ChangeSet.TaskValues.From(current) != taskChange.After)
            {
                throw ChangedSinceException(current?.Title ?? Title);
            }
        }
    }

    internal void Revert(ChangeSet.GoalChange change, DateTime now)
    {
        if (change.Before is not { } before)
        {
            Trash(now);
            return;
        }

        (Target, State, PausedUntil, StartedOn, EndedOn) = (
            before.Target,
            before.State,
            before.PausedUntil,
            before.StartedOn,
            before.EndedOn
        );
        foreach (var milestoneChange in change.Milestones)
        {
            milestones
                .Single(milestone => milestone.Id == milestoneChange.Id)
                .RestoreValues(milestoneChange.Before ?? milestoneChange.After with { IsTrashed = true }, now);
        }

        foreach (var taskChange in change.Tasks)
        {
            tasks
                .Single(task => task.Id == taskChange.Id)
                .RestoreValues(taskChange.Before ?? taskChange.After with { IsTrashed = true }, now);
        }
    }

    private static DomainRuleException ChangedSinceException(string title) =>
        new(
            "",
            "“{0}” has been completed or changed since. Undoing this would lose that, so it cannot be undone.",
            title
        );
}
