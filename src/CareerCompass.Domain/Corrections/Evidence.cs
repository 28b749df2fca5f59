using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>
/// The numbers behind a prompt. Stored as JSON of the rule's own record: a number that an older row lacks is 0 or null, one
/// that it has too many is passed over.
/// </summary>
public abstract record Grounds
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public string Write() => JsonSerializer.Serialize(this, GetType(), Json);

    /// <summary>Reads what a prompt of a rule has stored.</summary>
    public static Grounds Read(PromptRule rule, string json) => rule switch
    {
        PromptRule.MilestoneMissed => Read<MissedMilestone>(json),
        PromptRule.Overcommitted => Read<FullWeek>(json),
        PromptRule.FallingConfidence => Read<Confidence>(json),
        PromptRule.AttentionDrift => Read<DriftOfAttention>(json),
        PromptRule.TooManyGoals => Read<ManyGoals>(json),
        PromptRule.DoneEarly => Read<EarlyFinish>(json),
        PromptRule.TripwireReached => Read<Premise>(json),
        PromptRule.DirectionChanged => Read<ChangedDirection>(json),
        PromptRule.ReviewsSkipped => Read<SkippedReviews>(json),
        _ => Read<Evidence>(json),
    };

    private static T Read<T>(string json)
        where T : Grounds => JsonSerializer.Deserialize<T>(json.Length > 0 ? json : "{}")!;
}

/// <summary>Where a goal's course leads, as it stood when the prompt was raised.</summary>
public sealed record Evidence(DateOnly Target, DateOnly? P50, DateOnly? P80, int OpenMinutes, int PaceMinutes, int IdleDays) : Grounds
{
    /// <summary>Tasks still to do.</summary>
    public int Open { get; init; }

    /// <summary>Those among them that nobody has estimated.</summary>
    public int Unestimated { get; init; }

    public int Done { get; init; }

    /// <summary>Percent: the chance to make the target.</summary>
    public int? Chance { get; init; }

    /// <summary>Reads what a prompt has stored.</summary>
    public static Evidence Read(string json) => (Evidence)Read(PromptRule.OffCourse, json);
}

/// <param name="Others">Milestones of the goal that were missed besides.</param>
public sealed record MissedMilestone(Guid MilestoneId, string Title, DateOnly Date, int Open, int OpenMinutes, int Others) : Grounds;

/// <summary>A week that holds more than fits.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Load">Minutes placed in it.</param>
/// <param name="Weeks">Weeks ahead of which that is so, this one among them.</param>
/// <param name="GoalId">The goal that takes most of it.</param>
public sealed record FullWeek(DateOnly Week, int Load, int Capacity, int Weeks, Guid? GoalId, string? Goal) : Grounds
{
    public int Over => Load - Capacity;
}

/// <summary>How sure the person is to make the target, in percent: 0 of 10 is 0 %, 10 of 10 is 100 %.</summary>
/// <param name="Felt">Said last.</param>
/// <param name="Before">Said in the reviews before, the latest first; empty unless it fell twice.</param>
/// <param name="Chance">What the forecast says; null when that is not the point.</param>
public sealed record Confidence(int Felt, IReadOnlyList<int>? Before, DateOnly On, int? Chance, DateOnly Target) : Grounds;

/// <summary>Where more, and where less effort went than is wanted, both in four and in twelve weeks.</summary>
/// <param name="Resting">Areas left out of the sum, because all that belongs to them is paused.</param>
public sealed record DriftOfAttention(DriftOfAttention.Part? Much, DriftOfAttention.Part? Little, IReadOnlyList<string>? Resting) : Grounds
{
    /// <summary>Percent wanted, and got in four and in twelve weeks.</summary>
    public sealed record Part(Guid AreaId, string Name, int Wanted, int Lately, int Longer, bool HasGoal);
}

/// <param name="Minutes">That a week has in all.</param>
public sealed record ManyGoals(int Active, int Minutes) : Grounds
{
    public int Each => Minutes / Math.Max(1, Active);
}

/// <param name="By">When it will be done even in a slow run; null when all tasks are done.</param>
public sealed record EarlyFinish(DateOnly Target, DateOnly? By, int Done, int Days) : Grounds;

/// <param name="FailedOn">The day on which the person said that it does not hold.</param>
public sealed record Premise(Guid TripwireId, string Says, string Test, string? Otherwise, DateOnly On, DateOnly? FailedOn) : Grounds
{
    public static Premise Of(Tripwire tripwire) => new(
        tripwire.Id, tripwire.Premise, tripwire.Test, tripwire.Otherwise, tripwire.On, tripwire.State == TripwireState.Failed ? tripwire.ToldOn : null);
}

/// <summary>What changed above goals that nobody has looked at since.</summary>
/// <param name="Name">Of the area or the aspiration; null for the statement itself.</param>
public sealed record ChangedDirection(AimKind Kind, string? Name, DateOnly On, int Number, IReadOnlyList<ChangedDirection.Goal>? Goals) : Grounds
{
    public sealed record Goal(Guid Id, string Title);
}

/// <param name="Completed">The day of the last one that was completed.</param>
public sealed record SkippedReviews(int Number, DateOnly First, DateOnly? Completed) : Grounds;
