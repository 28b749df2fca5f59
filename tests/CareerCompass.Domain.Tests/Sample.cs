using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests;

internal static class Sample
{
    /// <summary>A Wednesday.</summary>
    public static readonly DateOnly Today = new(2026, 6, 3);

    public static readonly DateTime Now = new(2026, 6, 3, 12, 0, 0, DateTimeKind.Utc);

    public static readonly Rationale Reason = new("Life got in the way");

    public static readonly Rationale NoReason = new("  ");

    public static Goal Goal(DateOnly? target = null) =>
        new(Guid.CreateVersion7(), "Become a team lead", null, null, target ?? Today.AddMonths(6), Today);

    public static GoalTemplate Template() =>
        new()
        {
            Title = "Speaking",
            Goal = "Speak in public",
            Weeks = 12,
            HoursAWeek = 1.5m,
            Milestones = [new("Begun", 4), new("Done", 12)],
            Tasks = [new("Find a club", 30, 1), new("Visit it"), new("Give a talk", 90, 2, "Slowly", [1])],
        };

    public static void Refused(string field, Action act) =>
        Assert.Equal(field, Assert.Throws<DomainRuleException>(act).Field);
}
