using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>A week that holds more than fits.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Load">Minutes placed in it.</param>
/// <param name="Weeks">Weeks ahead of which that is so, this one among them.</param>
/// <param name="GoalId">The goal that takes most of it.</param>
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
