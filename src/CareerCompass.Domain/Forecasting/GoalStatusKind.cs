namespace CareerCompass.Domain.Forecasting;

/// <summary>Declared in order of precedence: the first match wins.</summary>
public enum GoalStatusKind
{
    Paused,
    Achieved,
    Retired,
    NoPlan,
    Stalled,
    OffCourse,
    Drifting,
    OnCourse,
}
