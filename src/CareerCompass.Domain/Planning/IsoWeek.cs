namespace CareerCompass.Domain.Planning;

/// <summary>Weeks start on Monday (ISO 8601) and are named by it.</summary>
public static class IsoWeek
{
    public static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
