using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareerCompass.Domain.Corrections;

/// <summary>The numbers behind a prompt, stored as JSON of the rule's own record. Missing numbers are read as 0 or
/// null; unknown ones are ignored.</summary>
public abstract record PromptEvidence
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public string ToJson() => JsonSerializer.Serialize(this, GetType(), Json);

    public static PromptEvidence FromJson(PromptRule rule, string json) =>
        rule switch
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
