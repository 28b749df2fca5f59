using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

public sealed record SkippedReviewsEvidence(int Count, DateOnly FirstSkippedOn, DateOnly? LastCompletedOn)
    : PromptEvidence;
