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
        (GoalId, Kind, DecidedOn, DecidedAt) = (undone.GoalId, CorrectionKind.Undo, today, now);
        (UndoneCorrectionId, TargetShiftDays) = (undone.Id, -undone.TargetShiftDays);
    }

    /// <summary>See <see cref="Corrections.ChangeSet"/>; null for what was decided before footprints were kept, and for an undo.</summary>
    public string? ChangeSetJson { get; private set; }

    public ChangeSet? ChangeSet => ChangeSetJson is null ? null : ChangeSet.FromJson(ChangeSetJson);

    /// <summary>The last day on which it can be taken back.</summary>
    public DateOnly UndoUntil => DecidedOn.AddDays(UndoDays);

    /// <summary>Puts all that it touched back as it was. What it made goes to Trash; a row of hours that it made is for the caller to delete.</summary>
    /// <param name="goals">The goals of its footprint with their routes, each with its latest revision.</param>
    /// <param name="capacity">The row of the week whose hours it changed.</param>
    /// <returns>The decision to take it back.</returns>
    /// <exception cref="DomainRuleException">It is too old, or something that it touched has moved on since.</exception>
    public Correction Undo(
        IReadOnlyList<(Goal Goal, Revision Latest)> goals,
        Capacity? capacity,
        DateOnly today,
        DateTime now
    )
    {
        if (Kind == CorrectionKind.Undo || ChangeSet is not { } changeSet)
        {
            throw new DomainRuleException("", "This cannot be undone.");
        }

        if (today > UndoUntil)
        {
            throw new DomainRuleException("", "This could only be undone until {0}.", UndoUntil);
        }

        var goalsById = goals.ToDictionary(pair => pair.Goal.Id);
        foreach (var change in changeSet.Goals)
        {
            if (!goalsById.TryGetValue(change.Id, out var pair))
            {
                throw new DomainRuleException("", "“{0}” is in Trash. Restore it first.", change.Title);
            }

            if (pair.Latest.CorrectionId != Id)
            {
                throw new DomainRuleException(
                    "",
                    "“{0}” was changed on {1}. Undoing this would lose that change, so it cannot be undone.",
                    pair.Goal.Title,
                    pair.Latest.EditedAt
                );
            }

            pair.Goal.RequireUnchangedSince(change);
        }

        if (changeSet.Capacity is { } capacityChange)
        {
            if (capacity?.CorrectionId != Id || capacity.Minutes != capacityChange.MinutesAfter)
            {
                throw new DomainRuleException(
                    "",
                    "Your hours from the week of {0} have changed since, so this cannot be undone.",
                    capacityChange.Week
                );
            }

            capacity.Change(capacityChange.OwnRowBefore ?? capacityChange.MinutesBefore);
        }

        foreach (var change in changeSet.Goals)
        {
            goalsById[change.Id].Goal.Revert(change, now);
        }

        return new Correction(this, today, now);
    }
}
