using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>A half of a milestone that is split.</summary>
public sealed record MilestoneHalf(string? Title, DateOnly Date);
