namespace CareerCompass.Domain.Corrections;

public sealed record TooManyGoalsEvidence(int Active, int Minutes) : PromptEvidence
{
    public int MinutesPerGoal => Minutes / Math.Max(1, Active);
}
