namespace CareerCompass.Domain.Corrections;

public sealed record SkippedReviewsEvidence(int Count, DateOnly FirstSkippedOn, DateOnly? LastCompletedOn)
    : PromptEvidence;
