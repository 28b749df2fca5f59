namespace CareerCompass.Domain.Corrections;

/// <summary>Compares wanted attention with logged time over four and twelve weeks.</summary>
/// <param name="PausedAreas">Areas excluded because all their goals are paused.</param>
public sealed record AttentionDriftEvidence(
    AttentionDriftEvidence.DriftingArea? Overserved,
    AttentionDriftEvidence.DriftingArea? Underserved,
    IReadOnlyList<string>? PausedAreas
) : PromptEvidence
{
    /// <summary>Percentages: wanted, and actual over four and twelve weeks.</summary>
    public sealed record DriftingArea(
        Guid AreaId,
        string Name,
        int WantedShare,
        int RecentShare,
        int LongTermShare,
        bool HasGoal
    );
}
