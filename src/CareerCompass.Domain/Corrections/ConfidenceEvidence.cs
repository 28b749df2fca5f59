namespace CareerCompass.Domain.Corrections;

/// <summary>Confidence in meeting the target, as a percentage: 0 of 10 is 0 %, 10 of 10 is 100 %.</summary>
/// <param name="Previous">Earlier answers, latest first; empty unless confidence fell twice in a row.</param>
public sealed record ConfidenceEvidence(
    int Latest,
    IReadOnlyList<int>? Previous,
    DateOnly AnsweredOn,
    int? Chance,
    DateOnly Target
) : PromptEvidence;
