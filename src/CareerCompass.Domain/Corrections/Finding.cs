namespace CareerCompass.Domain.Corrections;

/// <summary>What a rule has found to be so today.</summary>
/// <param name="GoalId">The goal it is about; null when it is about the person.</param>
/// <param name="PartId">The milestone or the tripwire it is about, if not the goal as a whole.</param>
/// <param name="Raises">Otherwise it only keeps a prompt that is there.</param>
public sealed record Finding(PromptRule Rule, Guid? GoalId, Grounds Grounds, Guid PartId = default, bool Raises = true)
{
    public bool IsOf(Prompt prompt) => prompt.Rule == Rule && prompt.GoalId == GoalId && prompt.PartId == PartId;
}
