using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <summary>Where more, and where less effort went than is wanted, both in four and in twelve weeks.</summary>
/// <param name="PausedAreas">Areas left out of the sum, because all that belongs to them is paused.</param>
public sealed record AttentionDriftEvidence(
    AttentionDriftEvidence.DriftingArea? Overserved,
    AttentionDriftEvidence.DriftingArea? Underserved,
    IReadOnlyList<string>? PausedAreas
) : PromptEvidence
{
    /// <summary>Percent wanted, and got in four and in twelve weeks.</summary>
    public sealed record DriftingArea(
        Guid AreaId,
        string Name,
        int WantedShare,
        int RecentShare,
        int LongTermShare,
        bool HasGoal
    );
}
