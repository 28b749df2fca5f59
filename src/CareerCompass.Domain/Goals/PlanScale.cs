namespace CareerCompass.Domain.Goals;

/// <summary>Places the days of a plan of one length in a plan of another, in proportion.</summary>
internal static class PlanScale
{
    /// <param name="offset">Days from the start of the plan with <paramref name="length"/> days.</param>
    public static DateOnly Move(int offset, int length, DateOnly start, DateOnly target)
    {
        var days = Math.Max(1L, target.DayNumber - start.DayNumber);
        var divisor = Math.Max(1L, length);
        return start.AddDays((int)Math.Clamp(((2 * offset * days) + divisor) / (2 * divisor), 0, days));
    }

    /// <summary>The same, but always after the start.</summary>
    public static DateOnly MoveAfterStart(int offset, int length, DateOnly start, DateOnly target) =>
        Move(offset, length, start, target) is var day && day > start ? day : start.AddDays(1);
}
