using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>
/// The numbers behind a prompt. Stored as JSON of the rule's own record: a number that an older row lacks is 0 or null, one
/// that it has too many is passed over.
/// </summary>
public abstract record PromptEvidence
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public string ToJson() => JsonSerializer.Serialize(this, GetType(), Json);

    /// <summary>Reads what a prompt of a rule has stored.</summary>
    public static PromptEvidence FromJson(PromptRule rule, string json) => rule switch
    {
        PromptRule.MilestoneMissed => FromJson<MissedMilestoneEvidence>(json),
        PromptRule.Overcommitted => FromJson<OvercommitmentEvidence>(json),
        PromptRule.FallingConfidence => FromJson<ConfidenceEvidence>(json),
        PromptRule.AttentionDrift => FromJson<AttentionDriftEvidence>(json),
        PromptRule.TooManyGoals => FromJson<TooManyGoalsEvidence>(json),
        PromptRule.DoneEarly => FromJson<EarlyFinishEvidence>(json),
        PromptRule.TripwireReached => FromJson<TripwireEvidence>(json),
        PromptRule.DirectionChanged => FromJson<DirectionChangeEvidence>(json),
        PromptRule.ReviewsSkipped => FromJson<SkippedReviewsEvidence>(json),
        _ => FromJson<ForecastEvidence>(json),
    };

    private static T FromJson<T>(string json)
        where T : PromptEvidence => JsonSerializer.Deserialize<T>(json.Length > 0 ? json : "{}")!;
}

/// <summary>Where a goal's course leads, as it stood when the prompt was raised.</summary>
public sealed record ForecastEvidence(DateOnly Target, DateOnly? P50, DateOnly? P80, int OpenMinutes, int PaceMinutes, int IdleDays) : PromptEvidence
{
    /// <summary>Tasks still to do.</summary>
    public int Open { get; init; }

    /// <summary>Those among them that nobody has estimated.</summary>
    public int Unestimated { get; init; }

    public int Done { get; init; }

    /// <summary>Percent: the chance to make the target.</summary>
    public int? Chance { get; init; }

    /// <summary>Reads what a prompt has stored.</summary>
    public static ForecastEvidence FromJson(string json) => (ForecastEvidence)FromJson(PromptRule.OffCourse, json);
}

/// <param name="Others">Milestones of the goal that were missed besides.</param>
public sealed record MissedMilestoneEvidence(Guid MilestoneId, string Title, DateOnly Date, int Open, int OpenMinutes, int Others) : PromptEvidence;

/// <summary>A week that holds more than fits.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Load">Minutes placed in it.</param>
/// <param name="Weeks">Weeks ahead of which that is so, this one among them.</param>
/// <param name="GoalId">The goal that takes most of it.</param>
public sealed record OvercommitmentEvidence(DateOnly Week, int Load, int Capacity, int Weeks, Guid? GoalId, string? Goal) : PromptEvidence
{
    public int ExcessMinutes => Load - Capacity;
}

/// <summary>How sure the person is to make the target, in percent: 0 of 10 is 0 %, 10 of 10 is 100 %.</summary>
/// <param name="Latest">Said last.</param>
/// <param name="Previous">Said in the reviews before, the latest first; empty unless it fell twice.</param>
/// <param name="Chance">What the forecast says; null when that is not the point.</param>
public sealed record ConfidenceEvidence(int Latest, IReadOnlyList<int>? Previous, DateOnly AnsweredOn, int? Chance, DateOnly Target) : PromptEvidence;

/// <summary>Where more, and where less effort went than is wanted, both in four and in twelve weeks.</summary>
/// <param name="PausedAreas">Areas left out of the sum, because all that belongs to them is paused.</param>
public sealed record AttentionDriftEvidence(AttentionDriftEvidence.DriftingArea? Overserved, AttentionDriftEvidence.DriftingArea? Underserved, IReadOnlyList<string>? PausedAreas) : PromptEvidence
{
    /// <summary>Percent wanted, and got in four and in twelve weeks.</summary>
    public sealed record DriftingArea(Guid AreaId, string Name, int WantedShare, int RecentShare, int LongTermShare, bool HasGoal);
}

/// <param name="Minutes">That a week has in all.</param>
public sealed record TooManyGoalsEvidence(int Active, int Minutes) : PromptEvidence
{
    public int MinutesPerGoal => Minutes / Math.Max(1, Active);
}

/// <param name="ExpectedOn">When it will be done even in a slow run; null when all tasks are done.</param>
public sealed record EarlyFinishEvidence(DateOnly Target, DateOnly? ExpectedOn, int Done, int DaysEarly) : PromptEvidence;

/// <param name="FailedOn">The day on which the person said that it does not hold.</param>
public sealed record TripwireEvidence(Guid TripwireId, string Premise, string Test, string? FallbackPlan, DateOnly CheckOn, DateOnly? FailedOn) : PromptEvidence
{
    public static TripwireEvidence From(Tripwire tripwire) => new(
        tripwire.Id, tripwire.Premise, tripwire.Test, tripwire.Otherwise, tripwire.On, tripwire.State == TripwireState.Failed ? tripwire.AnsweredOn : null);
}

/// <summary>What changed above goals that nobody has looked at since.</summary>
/// <param name="Name">Of the area or the aspiration; null for the statement itself.</param>
public sealed record DirectionChangeEvidence(DirectionPart Part, string? Name, DateOnly ChangedOn, int GoalCount, IReadOnlyList<DirectionChangeEvidence.AffectedGoal>? AffectedGoals) : PromptEvidence
{
    public sealed record AffectedGoal(Guid Id, string Title);
}

/// <param name="LastCompletedOn">The day of the last one that was completed.</param>
public sealed record SkippedReviewsEvidence(int Count, DateOnly FirstSkippedOn, DateOnly? LastCompletedOn) : PromptEvidence;
