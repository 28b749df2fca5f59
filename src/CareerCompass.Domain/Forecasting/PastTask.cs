namespace CareerCompass.Domain.Forecasting;

/// <summary>A task that a person began.</summary>
/// <param name="Minutes">Its estimate.</param>
/// <param name="StartedOn">The first day on which time went into it, or the day on which it was done.</param>
/// <param name="DoneOn">Null while it is open.</param>
public readonly record struct PastTask(Guid GoalId, double Minutes, DateOnly StartedOn, DateOnly? DoneOn);
