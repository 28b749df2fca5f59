using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>What changed above goals that nobody has looked at since.</summary>
/// <param name="Name">Of the area or the aspiration; null for the statement itself.</param>
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
