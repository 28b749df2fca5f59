namespace CareerCompass.Domain.Goals;

/// <summary>The goal that replaces another one.</summary>
/// <param name="IncludeMilestones">Whether to take over the milestones of these tasks.</param>
/// <param name="RetireOriginal">Whether to retire the original goal.</param>
public sealed record NewPath(
    string? Title,
    string? Why,
    string? DoneWhen,
    DateOnly Target,
    IReadOnlySet<Guid> Tasks,
    bool IncludeMilestones,
    bool RetireOriginal
);
