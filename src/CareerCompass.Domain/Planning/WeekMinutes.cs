namespace CareerCompass.Domain.Planning;

/// <summary>Minutes in a week, or from a week on, identified by its Monday.</summary>
public readonly record struct WeekMinutes(DateOnly Week, int Minutes);
