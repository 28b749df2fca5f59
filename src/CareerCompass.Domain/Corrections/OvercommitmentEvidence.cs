namespace CareerCompass.Domain.Corrections;

/// <summary>The first overloaded week.</summary>
/// <param name="GoalId">The goal with the most minutes in the week.</param>
public sealed record OvercommitmentEvidence(
    DateOnly Week,
    int Load,
    int Capacity,
    int Weeks,
    Guid? GoalId,
    string? Goal
) : PromptEvidence
{
    public int ExcessMinutes => Load - Capacity;
}
