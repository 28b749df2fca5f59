using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <param name="LastCompletedOn">The day of the last one that was completed.</param>
public sealed record SkippedReviewsEvidence(int Count, DateOnly FirstSkippedOn, DateOnly? LastCompletedOn)
    : PromptEvidence;
