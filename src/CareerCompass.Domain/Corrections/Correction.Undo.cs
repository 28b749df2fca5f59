using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Corrections;

/// <summary>Taking a decision back.</summary>
public sealed partial class Correction
{
    /// <summary>So long it can be taken back.</summary>
    public const int UndoDays = 14;

    private Correction(Correction undone, DateOnly today, DateTime now)
        : base(undone.OwnerId)
    {
        (GoalId, Kind, On, At) = (undone.GoalId, CorrectionKind.Undo, today, now);
        (UndoneCorrectionId, TargetShiftDays) = (undone.Id, -undone.TargetShiftDays);
    }

    /// <summary>See <see cref="Corrections.ChangeSet"/>; null for what was decided before footprints were kept, and for an undo.</summary>
    public string? ChangeSetJson { get; private set; }

    public ChangeSet? ChangeSet => ChangeSetJson is null ? null : ChangeSet.FromJson(ChangeSetJson);

    /// <summary>The last day on which it can be taken back.</summary>
    public DateOnly UndoUntil => On.AddDays(UndoDays);

    /// <summary>Puts all that it touched back as it was. What it made goes to Trash; a row of hours that it made is for the caller to delete.</summary>
    /// <param name="touched">The goals of its footprint with their routes, each with its latest revision.</param>
    /// <param name="hours">The row of the week whose hours it changed.</param>
    /// <returns>The decision to take it back.</returns>
    /// <exception cref="DomainRuleException">It is too old, or something that it touched has moved on since.</exception>
    public Correction Undo(IReadOnlyList<(Goal Goal, Revision Latest)> touched, Capacity? hours, DateOnly today, DateTime now)
    {
        if (Kind == CorrectionKind.Undo || ChangeSet is not { } changeSet)
        {
            throw new DomainRuleException("", "This cannot be undone.");
        }

        if (today > UndoUntil)
        {
            throw new DomainRuleException("", "This could be undone until {0}.", UndoUntil);
        }

        var goals = touched.ToDictionary(pair => pair.Goal.Id);
        foreach (var mark in changeSet.Goals)
        {
            if (!goals.TryGetValue(mark.Id, out var pair))
            {
                throw new DomainRuleException("", "“{0}” is in Trash. Bring it back first.", mark.Title);
            }

            if (pair.Latest.CorrectionId != Id)
            {
                throw new DomainRuleException("", "“{0}” was changed since, on {1}. Undoing this would lose that, so it stays.", pair.Goal.Title, pair.Latest.EditedAt);
            }

            pair.Goal.RequireUnchangedSince(mark);
        }

        if (changeSet.Capacity is { } weekly)
        {
            if (hours?.CorrectionId != Id || hours.Minutes != weekly.MinutesAfter)
            {
                throw new DomainRuleException("", "Your hours from the week of {0} were changed since, so they stay.", weekly.Week);
            }

            hours.Change(weekly.OwnRowBefore ?? weekly.MinutesBefore);
        }

        foreach (var mark in changeSet.Goals)
        {
            goals[mark.Id].Goal.Revert(mark, now);
        }

        return new Correction(this, today, now);
    }
}
