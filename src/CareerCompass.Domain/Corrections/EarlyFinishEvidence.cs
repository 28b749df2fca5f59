namespace CareerCompass.Domain.Corrections;

/// <param name="ExpectedOn">The P80 date; null when all tasks are done.</param>
public sealed record EarlyFinishEvidence(DateOnly Target, DateOnly? ExpectedOn, int Done, int DaysEarly)
    : PromptEvidence;
