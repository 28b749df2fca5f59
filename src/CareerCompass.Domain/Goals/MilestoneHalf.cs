using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

public sealed record MilestoneHalf(string? Title, DateOnly Date);
