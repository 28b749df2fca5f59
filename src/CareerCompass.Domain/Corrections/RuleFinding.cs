namespace CareerCompass.Domain.Corrections;

/// <summary>Something a rule found today.</summary>
/// <param name="CanRaisePrompt">If false, the finding only keeps an existing prompt open.</param>
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
