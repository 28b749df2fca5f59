using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

public sealed record TooManyGoalsEvidence(int Active, int Minutes) : PromptEvidence
{
    public int MinutesPerGoal => Minutes / Math.Max(1, Active);
}
