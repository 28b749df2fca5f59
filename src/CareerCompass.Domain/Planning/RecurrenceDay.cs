using System.Globalization;

namespace CareerCompass.Domain.Planning;

/// <summary>A weekday of a rule, and in months which one of them: 1 the first, -1 the last, 0 every.</summary>
public readonly record struct RecurrenceDay(DayOfWeek Day, int Ordinal = 0);
