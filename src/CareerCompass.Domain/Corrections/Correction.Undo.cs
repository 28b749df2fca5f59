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
        (UndoesId, DaysLater) = (undone.Id, -undone.DaysLater);
    }

    /// <summary>See <see cref="Corrections.Footprint"/>; null for what was decided before footprints were kept, and for an undo.</summary>
    public string? FootprintJson { get; private set; }

    public Footprint? Footprint => FootprintJson is null ? null : Footprint.Read(FootprintJson);

    /// <summary>The last day on which it can be taken back.</summary>
    public DateOnly UndoUntil => On.AddDays(UndoDays);

    /// <summary>Puts all that it touched back as it was. What it made goes to Trash; a row of hours that it made is for the caller to delete.</summary>
    /// <param name="touched">The goals of its footprint with their routes, each with its latest revision.</param>
    /// <param name="hours">The row of the week whose hours it changed.</param>
    /// <returns>The decision to take it back.</returns>
    /// <exception cref="RuleBroken">It is too old, or something that it touched has moved on since.</exception>
    public Correction Undo(IReadOnlyList<(Goal Goal, Revision Latest)> touched, Capacity? hours, DateOnly today, DateTime now)
    {
        if (Kind == CorrectionKind.Undo || Footprint is not { } footprint)
        {
            throw new RuleBroken("", "This cannot be undone.");
        }

        if (today > UndoUntil)
        {
            throw new RuleBroken("", "This could be undone until {0}.", UndoUntil);
        }

        var goals = touched.ToDictionary(pair => pair.Goal.Id);
        foreach (var mark in footprint.Goals)
        {
            if (!goals.TryGetValue(mark.Id, out var pair))
            {
                throw new RuleBroken("", "“{0}” is in Trash. Bring it back first.", mark.Title);
            }

            if (pair.Latest.CorrectionId != Id)
            {
                throw new RuleBroken("", "“{0}” was changed since, on {1}. Undoing this would lose that, so it stays.", pair.Goal.Title, pair.Latest.EditedAt);
            }

            pair.Goal.CheckUntouched(mark);
        }

        if (footprint.Hours is { } weekly)
        {
            if (hours?.CorrectionId != Id || hours.Minutes != weekly.Is)
            {
                throw new RuleBroken("", "Your hours from the week of {0} were changed since, so they stay.", weekly.Week);
            }

            hours.Change(weekly.Was ?? weekly.Before);
        }

        foreach (var mark in footprint.Goals)
        {
            goals[mark.Id].Goal.TakeBack(mark, now);
        }

        return new Correction(this, today, now);
    }
}
