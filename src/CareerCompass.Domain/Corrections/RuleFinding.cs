namespace CareerCompass.Domain.Corrections;

/// <summary>What a rule has found to be so today.</summary>
/// <param name="GoalId">The goal it is about; null when it is about the person.</param>
/// <param name="SubjectId">The milestone or the tripwire it is about, if not the goal as a whole.</param>
/// <param name="CanRaisePrompt">Otherwise it only keeps a prompt that is there.</param>
public sealed record RuleFinding(
    PromptRule Rule,
    Guid? GoalId,
    PromptEvidence Evidence,
    Guid SubjectId = default,
    bool CanRaisePrompt = true
)
{
    public bool Matches(Prompt prompt) =>
        prompt.Rule == Rule && prompt.GoalId == GoalId && prompt.SubjectId == SubjectId;
}
