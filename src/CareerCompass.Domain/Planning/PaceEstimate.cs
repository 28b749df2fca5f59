namespace CareerCompass.Domain.Planning;

/// <summary>What so many minutes a week mean for work that is wanted by a day.</summary>
/// <param name="Minutes">Of work.</param>
/// <param name="Pace">Minutes a week for it, at least 1.</param>
public sealed record PaceEstimate(int Minutes, int Pace, DateOnly Today, DateOnly Target)
{
    private const int Half = 30;

    /// <summary>Begun weeks that it takes.</summary>
    public int Weeks => (int)Math.Ceiling(Minutes / (double)Pace);

    public DateOnly DoneBy =>
        Today.AddDays((int)Math.Min(Math.Ceiling(7.0 * Minutes / Pace), Limits.MaxYearsAhead * 365));

    public bool MeetsTarget => DoneBy <= Target;

    /// <summary>Days between the two, however they lie.</summary>
    public int DaysFromTarget => Math.Abs(Target.DayNumber - DoneBy.DayNumber);

    /// <summary>Minutes a week, in half hours, that make the target; null when it does not lie ahead.</summary>
    public int? RequiredWeeklyMinutes =>
        Target <= Today ? null : (int)Math.Ceiling(7.0 * Minutes / (Target.DayNumber - Today.DayNumber) / Half) * Half;
}
