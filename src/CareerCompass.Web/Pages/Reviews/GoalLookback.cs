using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>A goal's last recorded status, and its answers in this review and the last one.</summary>
public sealed record GoalLookback(
    Guid GoalId,
    string Title,
    GoalState State,
    GoalStatusKind? PreviousStatus,
    int Minutes,
    CheckInAnswer? LastCheckIn,
    CheckInAnswer? ThisCheckIn,
    IReadOnlyList<OpenPrompt> Prompts
);
