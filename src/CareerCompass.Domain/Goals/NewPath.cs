using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>Another path than this goal's.</summary>
/// <param name="Tasks">The open tasks that it takes over.</param>
/// <param name="IncludeMilestones">Whether the milestones that they lead to come along.</param>
/// <param name="RetireOriginal">Whether the goal that it leaves is retired.</param>
public sealed record NewPath(
    string? Title,
    string? Why,
    string? DoneWhen,
    DateOnly Target,
    IReadOnlySet<Guid> Tasks,
    bool IncludeMilestones,
    bool RetireOriginal
);
