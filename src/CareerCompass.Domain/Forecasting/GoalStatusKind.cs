namespace CareerCompass.Domain.Forecasting;

/// <summary>Declared in order of precedence: the first match wins.</summary>
public enum GoalStatusKind
{
    Paused,
    Achieved,
    Retired,
    NoPlan,
    Stalled,

    /// <summary>There is no evidence yet whether the plan holds.</summary>
    Early,
    OffCourse,
    Drifting,
    OnCourse,
}
