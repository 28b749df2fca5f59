namespace CareerCompass.Domain.Planning;

/// <summary>Days in a row, both ends included.</summary>
public readonly record struct DaySpan(DateOnly First, DateOnly Last);
