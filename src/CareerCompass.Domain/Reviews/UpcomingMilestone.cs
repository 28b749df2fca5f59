namespace CareerCompass.Domain.Reviews;

public sealed record UpcomingMilestone(string Goal, string Title, DateOnly Date);
