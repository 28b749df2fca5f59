using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Forecasting;

/// <summary>Where a goal stands today. Declared in the order in which the first match wins.</summary>
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
