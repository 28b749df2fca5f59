using System.Security.Cryptography;
using System.Text.Json;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>A goal on its way through a correction.</summary>
/// <param name="Before">Null for a goal that the correction makes.</param>
public sealed record Turned(Guid GoalId, Route? Before, Route After);

/// <summary>What a correction would do, before anything is written. A pure function of what there is and what is decided.</summary>
/// <param name="Own">The goals that it touches; the one it is decided for comes first.</param>
/// <param name="Others">Other goals that will stand otherwise because of it.</param>
/// <param name="Moves">What moves on the route of the goal it is decided for.</param>
/// <param name="Sign">Differs when the outcome would: so what is applied is what was shown.</param>
public sealed record Preview(
    IReadOnlyList<Preview.Effect> Own, IReadOnlyList<Preview.Effect> Others, IReadOnlyList<RouteChange> Moves, string Sign)
{
    /// <param name="Before">Null for a goal that is new.</param>
    public sealed record Effect(Standing? Before, Standing After)
    {
        public bool Differs => Before is null || (Before.Bearing, Before.Forecast) != (After.Bearing, After.Forecast);
    }

    public static Preview Of(Prospect now, Correction correction, IReadOnlyList<Turned> turned)
    {
        var then = turned.Aggregate(now, (prospect, goal) => prospect.With(correction.OwnerId, goal.GoalId, goal.After));
        var hours = correction.Footprint?.Hours;
        then = hours is null ? then : then.With(new(hours.Week, hours.Is));
        var before = now.Standings().ToDictionary(standing => standing.Facts.Id);
        var effects = then.Standings().Select(standing => new Effect(before.GetValueOrDefault(standing.Facts.Id), standing)).ToDictionary(effect => effect.After.Facts.Id);
        return new Preview(
            [.. turned.Select(goal => effects[goal.GoalId])],
            [.. effects.Values.Where(effect => effect.Differs && turned.All(goal => goal.GoalId != effect.After.Facts.Id))],
            turned is [{ Before: { } old, After: var anew }, ..] ? RouteDiff.Between(old, anew, correction) : [],
            SignOf(correction, turned));
    }

    // What is new has another id each time, so that ids say nothing here; nor does a tick change what is decided
    public static string SignOf(Correction correction, IReadOnlyList<Turned> turned) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        correction.Footprint?.Hours,
        Goals = turned.Select(goal => new
        {
            goal.After.Title,
            goal.After.State,
            goal.After.Target,
            goal.After.PausedUntil,
            Stops = goal.After.Milestones.Select(stop => new { stop.Title, stop.Date }),
            Steps = goal.After.Tasks.Select(step => new { step.Title, step.Estimate, Stop = goal.After.Milestones.FirstOrDefault(stop => stop.Id == step.MilestoneId)?.Title }),
        }),
    })).AsSpan(0, 16));
}
