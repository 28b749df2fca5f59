namespace CareerCompass.Domain.Planning;

public sealed record SchedulableMilestone(Guid Id, string Title, DateOnly Date);
