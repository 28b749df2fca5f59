namespace CareerCompass.Domain.Planning;

/// <summary>ISO 8601 weeks, identified by their Monday.</summary>
public static class IsoWeek
{
    public static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
