namespace CareerCompass.Domain.People;

/// <summary>When a person reviews, and which longer reviews they want in addition to the weekly one.</summary>
public sealed record ReviewRhythm(DayOfWeek Day, TimeOnly Time, bool Monthly, bool Quarterly, bool Yearly)
{
    public static readonly ReviewRhythm Default = new(DayOfWeek.Monday, new TimeOnly(9, 0), true, true, true);
}
