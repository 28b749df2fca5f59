using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Tests;

/// <summary>What most tests need and none is about.</summary>
internal static class Some
{
    /// <summary>A Wednesday.</summary>
    public static readonly DateOnly Today = new(2026, 6, 3);

    public static readonly DateTime Now = new(2026, 6, 3, 12, 0, 0, DateTimeKind.Utc);

    public static readonly Because Reason = new("Life got in the way");

    public static readonly Because NoReason = new("  ");

    public static Goal Goal(DateOnly? target = null) =>
        new(Guid.CreateVersion7(), "Become a team lead", null, null, target ?? Today.AddMonths(6), Today);

    public static void Refused(string field, Action act) => Assert.Equal(field, Assert.Throws<RuleBroken>(act).Field);
}
