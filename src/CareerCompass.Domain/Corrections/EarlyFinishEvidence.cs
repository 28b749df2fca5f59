using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <param name="ExpectedOn">When it will be done even in a slow run; null when all tasks are done.</param>
public sealed record EarlyFinishEvidence(DateOnly Target, DateOnly? ExpectedOn, int Done, int DaysEarly)
    : PromptEvidence;
