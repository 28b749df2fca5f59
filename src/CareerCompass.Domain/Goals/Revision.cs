using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>A numbered snapshot of a goal's plan. Edits amend the open revision until <see cref="AmendWindow"/> has
/// passed since the last edit; corrections seal it at once. A sealed revision never changes.</summary>
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

    public int Number { get; private set; }

    public int SchemaVersion { get; private set; }

    public string SnapshotJson { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    public DateTime EditedAt { get; private set; }

    public DateTime? SealedAt { get; private set; }

    public Guid? CorrectionId { get; private set; }

    public int Version { get; private set; }

    public PlanSnapshot ReadSnapshot() => JsonSerializer.Deserialize<PlanSnapshot>(SnapshotJson, Json)!;

    /// <summary>Records the plan after an edit.</summary>
    /// <returns>A new revision, or null when the latest was amended or nothing changed.</returns>
    public static Revision? RecordEdit(Goal goal, Revision? latest, DateTime now)
    {
        var planSnapshot = Goals.PlanSnapshot.From(goal);
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

    /// <summary>Seals the latest revision and records a new, sealed one.</summary>
    /// <param name="correction">Null for an automatic resume.</param>
    public static Revision RecordSealed(Goal goal, Revision? latest, Correction? correction, DateTime now)
    {
        latest?.Seal(now);
        var revision = new Revision(goal, Goals.PlanSnapshot.From(goal), (latest?.Number ?? 0) + 1, now)
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
