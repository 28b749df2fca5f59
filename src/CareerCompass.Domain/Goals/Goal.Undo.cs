using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>Taking a correction back.</summary>
public sealed partial class Goal
{
    /// <exception cref="DomainRuleException">Something that the correction touched is no longer as it left it.</exception>
    internal void RequireUnchangedSince(ChangeSet.GoalChange mark)
    {
        if (TrashedAt is not null || ChangeSet.GoalValues.From(this) != mark.After)
        {
            throw ChangedSinceException(Title);
        }

        foreach (var stop in mark.Milestones)
        {
            var now = milestones.Find(milestone => milestone.Id == stop.Id);
            if (now is null || ChangeSet.MilestoneValues.From(now) != stop.After)
            {
                throw ChangedSinceException(now?.Title ?? stop.After.Title);
            }
        }

        foreach (var step in mark.Tasks)
        {
            var now = tasks.Find(task => task.Id == step.Id);
            if (now is null || ChangeSet.TaskValues.From(now) != step.After)
            {
                throw ChangedSinceException(now?.Title ?? Title);
            }
        }
    }

    internal void Revert(ChangeSet.GoalChange mark, DateTime now)
    {
        if (mark.Before is not { } was)
        {
            Trash(now);
            return;
        }

        (Target, State, PausedUntil, StartedOn, EndedOn) = (was.Target, was.State, was.PausedUntil, was.StartedOn, was.EndedOn);
        foreach (var stop in mark.Milestones)
        {
            milestones.Single(milestone => milestone.Id == stop.Id).RestoreValues(stop.Before ?? stop.After with { IsTrashed = true }, now);
        }

        foreach (var step in mark.Tasks)
        {
            tasks.Single(task => task.Id == step.Id).RestoreValues(step.Before ?? step.After with { IsTrashed = true }, now);
        }
    }

    private static DomainRuleException ChangedSinceException(string title) =>
        new("", "“{0}” was ticked, reached or changed since. Undoing this would lose that, so it stays.", title);
}
