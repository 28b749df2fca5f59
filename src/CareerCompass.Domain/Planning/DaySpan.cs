namespace CareerCompass.Domain.Planning;

/// <summary>A range of days, both ends included.</summary>
public readonly record struct DaySpan(DateOnly First, DateOnly Last);
