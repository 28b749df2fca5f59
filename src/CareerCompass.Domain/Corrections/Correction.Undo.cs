using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Corrections;

public sealed partial class Correction
{
    public const int UndoDays = 14;

    private Correction(Correction undone, DateOnly today, DateTime now)
        : base(undone.OwnerId)
    {
        (GoalId, Kind, DecidedOn, DecidedAt) = (undone.GoalId, CorrectionKind.Undo, today, now);
        (UndoneCorrectionId, TargetShiftDays) = (undone.Id, -undone.TargetShiftDays);
    }

    /// <summary>Serialized <see cref="Corrections.ChangeSet"/>; null for undo decisions and for old rows.</summary>
    public string? ChangeSetJson { get; private set; }

    public ChangeSet? ChangeSet => ChangeSetJson is null ? null : ChangeSet.FromJson(ChangeSetJson);

    public DateOnly UndoUntil => DecidedOn.AddDays(UndoDays);

    /// <summary>Restores everything the correction changed and trashes what it created. A capacity row it created is
    /// left for the caller to delete.</summary>
    /// <param name="capacity">The capacity row of the changed week.</param>
    /// <exception cref="DomainRuleException">The correction is too old, or its items have changed since.</exception>
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
