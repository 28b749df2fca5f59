using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Goals;

/// <summary>
/// One goal's route as a numbered snapshot. Plain edits amend the open revision, which is sealed by the first edit more
/// than <see cref="OpenFor"/> after the last; corrections and lay-outs seal at once. A sealed revision never changes.
/// </summary>
public sealed class Revision : Owned, IVersioned
{
    public static readonly TimeSpan OpenFor = TimeSpan.FromMinutes(30);

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private Revision()
    {
    }

    private Revision(Goal goal, Route route, int number, DateTime now)
        : base(goal.OwnerId)
    {
        (GoalId, Number, OpenedAt) = (goal.Id, number, now);
        Write(route, now);
    }

    public Guid GoalId { get; private set; }

    /// <summary>1, 2, 3 … for each goal.</summary>
    public int Number { get; private set; }

    public int SchemaVersion { get; private set; }

    public string RouteJson { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    public DateTime EditedAt { get; private set; }

    public DateTime? SealedAt { get; private set; }

    /// <summary>The correction that made it, if one did.</summary>
    public Guid? CorrectionId { get; private set; }

    public int Version { get; private set; }

    public Route Route() => JsonSerializer.Deserialize<Route>(RouteJson, Json)!;

    /// <summary>Keeps the route after a plain edit.</summary>
    /// <param name="latest">The goal's latest revision, or null before the first.</param>
    /// <returns>A new revision to store, or null when the latest took the change in, or when the route did not change.</returns>
    /// <param name="slots">When its tasks are worked on; null when that did not change.</param>
    public static Revision? Keep(Goal goal, Revision? latest, DateTime now, ILookup<Guid, Route.Slot>? slots = null)
    {
        var route = Goals.Route.Of(goal, slots ?? latest?.Route().Slots());
        if (latest is null)
        {
            return new Revision(goal, route, 1, now);
        }

        if (latest.SealedAt is null && now - latest.EditedAt <= OpenFor)
        {
            latest.Write(route, now);
            return null;
        }

        if (RouteDiff.Between(latest.Route(), route).Count == 0)
        {
            return null;
        }

        latest.Seal(now);
        return new Revision(goal, route, latest.Number + 1, now);
    }

    /// <summary>Keeps a route that changed its course: seals the latest revision, and the new one at once.</summary>
    /// <param name="correction">What the person decided; null when a pause ended by itself, and for a lay-out.</param>
    /// <param name="slots">When its tasks are worked on; null when that did not change.</param>
    public static Revision KeepSealed(Goal goal, Revision? latest, Correction? correction, DateTime now, ILookup<Guid, Route.Slot>? slots = null)
    {
        latest?.Seal(now);
        var revision = new Revision(goal, Goals.Route.Of(goal, slots ?? latest?.Route().Slots()), (latest?.Number ?? 0) + 1, now) { CorrectionId = correction?.Id };
        revision.Seal(now);
        return revision;
    }

    private void Write(Route route, DateTime now)
    {
        RouteJson = JsonSerializer.Serialize(route, Json);
        (SchemaVersion, EditedAt) = (Goals.Route.SchemaVersion, now);
    }

    private void Seal(DateTime now) => SealedAt ??= now;
}
