using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>How sure the person is to make the target, in percent: 0 of 10 is 0 %, 10 of 10 is 100 %.</summary>
/// <param name="Latest">Said last.</param>
/// <param name="Previous">Said in the reviews before, the latest first; empty unless it fell twice.</param>
/// <param name="Chance">What the forecast says; null when that is not the point.</param>
public sealed record ConfidenceEvidence(
    int Latest,
    IReadOnlyList<int>? Previous,
    DateOnly AnsweredOn,
    int? Chance,
    DateOnly Target
) : PromptEvidence;
