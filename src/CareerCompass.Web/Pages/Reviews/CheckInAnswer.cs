using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

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
