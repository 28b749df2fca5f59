namespace CareerCompass.Web.Pages.Reviews;

/// <param name="GoalId">The goal of this step; null on the first and last one.</param>
public sealed record ReviewGuidePosition(
    ReviewGuide ReviewGuide,
    Guid? GoalId,
    bool IsAtFinish = false,
    bool IsAtPeriod = false
);
