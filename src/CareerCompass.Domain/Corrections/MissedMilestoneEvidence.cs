using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Corrections;

/// <param name="Others">Milestones of the goal that were missed besides.</param>
public sealed record MissedMilestoneEvidence(
    Guid MilestoneId,
    string Title,
    DateOnly Date,
    int Open,
    int OpenMinutes,
    int Others
) : PromptEvidence;
