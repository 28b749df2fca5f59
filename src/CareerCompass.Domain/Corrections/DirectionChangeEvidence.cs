using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>A part of the direction that changed above goals that have not been reviewed since.</summary>
/// <param name="Name">The focus area or aspiration; null for the statement.</param>
public sealed record DirectionChangeEvidence(
    DirectionPart Part,
    string? Name,
    DateOnly ChangedOn,
    int GoalCount,
    IReadOnlyList<DirectionChangeEvidence.AffectedGoal>? AffectedGoals
) : PromptEvidence
{
    public sealed record AffectedGoal(Guid Id, string Title);
}
