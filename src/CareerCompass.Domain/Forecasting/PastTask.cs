namespace CareerCompass.Domain.Forecasting;

/// <summary>A task that a person has started.</summary>
/// <param name="StartedOn">The day of the first time entry, or of completion.</param>
public readonly record struct PastTask(Guid GoalId, double Minutes, DateOnly StartedOn, DateOnly? DoneOn);
