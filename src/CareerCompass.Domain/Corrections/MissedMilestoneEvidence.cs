namespace CareerCompass.Domain.Corrections;

/// <param name="Others">Number of other missed milestones of the goal.</param>
public sealed record MissedMilestoneEvidence(
    Guid MilestoneId,
    string Title,
    DateOnly Date,
    int Open,
    int OpenMinutes,
    int Others
) : PromptEvidence;
