using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>
/// One goal's route as a numbered snapshot. Plain edits amend the open revision, which is sealed by the first edit more
/// than <see cref="AmendWindow"/> after the last; corrections and lay-outs seal at once. A sealed revision never changes.
/// </summary>
public sealed class Revision : OwnedEntity, IVersioned
{
    public static readonly TimeSpan AmendWindow = TimeSpan.FromMinutes(30);

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private Revision() { }

    private Revision(Goal goal, PlanSnapshot planSnapshot, int number, DateTime now)
        : base(goal.OwnerId)
    {
        (GoalId, Number, OpenedAt) = (goal.Id, number, now);
        WriteSnapshot(planSnapshot, now);
    }

    public Guid GoalId { get; private set; }

    /// <summary>1, 2, 3 … for each goal.</summary>
    public int Number { get; private set; }

    public int SchemaVersion { get; private set; }

    public string SnapshotJson { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    public DateTime EditedAt { get; private set; }

    public DateTime? SealedAt { get; private set; }

    /// <summary>The correction that made it, if one did.</summary>
    public Guid? CorrectionId { get; private set; }

    public int Version { get; private set; }

    public PlanSnapshot ReadSnapshot() => JsonSerializer.Deserialize<PlanSnapshot>(SnapshotJson, Json)!;

    /// <summary>Keeps the route after a plain edit.</summary>
    /// <param name="latest">The goal's latest revision, or null before the first.</param>
    /// <returns>A new revision to store, or null when the latest took the change in, or when the route did not change.</returns>
    /// <param name="allocationSnapshots">When its tasks are worked on; null when that did not change.</param>
    public static Revision? RecordEdit(
        Goal goal,
        Revision? latest,
        DateTime now,
        ILookup<Guid, PlanSnapshot.AllocationSnapshot>? allocationSnapshots = null
    )
    {
        var planSnapshot = Goals.PlanSnapshot.From(
            goal,
            allocationSnapshots ?? latest?.ReadSnapshot().AllocationsByTask()
        );
        if (latest is null)
        {
            return new Revision(goal, planSnapshot, 1, now);
        }

        if (latest.SealedAt is null && now - latest.EditedAt <= AmendWindow)
        {
            latest.WriteSnapshot(planSnapshot, now);
            return null;
        }

        if (PlanDiff.Between(latest.ReadSnapshot(), planSnapshot).Count == 0)
        {
            return null;
        }

        latest.Seal(now);
        return new Revision(goal, planSnapshot, latest.Number + 1, now);
    }

    /// <summary>Keeps a route that changed its course: seals the latest revision, and the new one at once.</summary>
    /// <param name="correction">What the person decided; null when a pause ended by itself, and for a lay-out.</param>
    /// <param name="allocationSnapshots">When its tasks are worked on; null when that did not change.</param>
    public static Revision RecordSealed(
        Goal goal,
        Revision? latest,
        Correction? correction,
        DateTime now,
        ILookup<Guid, PlanSnapshot.AllocationSnapshot>? allocationSnapshots = null
    )
    {
        latest?.Seal(now);
        var revision = new Revision(
            goal,
            Goals.PlanSnapshot.From(goal, allocationSnapshots ?? latest?.ReadSnapshot().AllocationsByTask()),
            (latest?.Number ?? 0) + 1,
            now
        )
        {
            CorrectionId = correction?.Id,
        };
        revision.Seal(now);
        return revision;
    }

    private void WriteSnapshot(PlanSnapshot planSnapshot, DateTime now)
    {
        SnapshotJson = JsonSerializer.Serialize(planSnapshot, Json);
        (SchemaVersion, EditedAt) = (Goals.PlanSnapshot.SchemaVersion, now);
    }

    private void Seal(DateTime now) => SealedAt ??= now;
}
