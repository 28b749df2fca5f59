using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Pages.Reviews;

/// <param name="IsNextStepDone">Whether the next step was ticked since.</param>
public sealed record CheckInAnswer(
    ProgressRating Progress,
    int Confidence,
    string? Obstacle,
    string? NextStep,
    int Version,
    Guid ReviewId,
    bool IsNextStepDone
);
