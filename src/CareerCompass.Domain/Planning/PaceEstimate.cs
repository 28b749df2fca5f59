namespace CareerCompass.Domain.Planning;

/// <summary>When work is done at a given weekly pace.</summary>
/// <param name="Pace">Minutes a week, at least 1.</param>
public sealed record PaceEstimate(int Minutes, int Pace, DateOnly Today, DateOnly Target)
{
    private const int Half = 30;

    public int Weeks => (int)Math.Ceiling(Minutes / (double)Pace);

    public DateOnly DoneBy =>
        Today.AddDays((int)Math.Min(Math.Ceiling(7.0 * Minutes / Pace), Limits.MaxYearsAhead * 365));

    public bool MeetsTarget => DoneBy <= Target;

    public int DaysFromTarget => Math.Abs(Target.DayNumber - DoneBy.DayNumber);

    /// <summary>Weekly minutes that meet the target, in half hours; null for a past target.</summary>
    public int? RequiredWeeklyMinutes =>
        Target <= Today ? null : (int)Math.Ceiling(7.0 * Minutes / (Target.DayNumber - Today.DayNumber) / Half) * Half;
}
