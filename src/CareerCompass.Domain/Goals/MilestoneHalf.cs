namespace CareerCompass.Domain.Goals;

public sealed record MilestoneHalf(string? Title, DateOnly Date);
