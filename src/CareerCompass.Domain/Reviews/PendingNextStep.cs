namespace CareerCompass.Domain.Reviews;

/// <summary>An open next step from the previous review.</summary>
public sealed record PendingNextStep(Guid CheckInId, string Goal, string Step);
