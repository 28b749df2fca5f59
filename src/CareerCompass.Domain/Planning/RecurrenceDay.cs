namespace CareerCompass.Domain.Planning;

/// <param name="Ordinal">Which weekday of the month: 1 is the first, -1 the last, 0 every.</param>
public readonly record struct RecurrenceDay(DayOfWeek Day, int Ordinal = 0);
