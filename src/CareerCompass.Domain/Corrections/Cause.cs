using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

/// <summary>What made a plan slip.</summary>
public enum Cause
{
    Underestimated,
    OtherPriorities,
    WaitingOnSomeone,
    Energy,
    ChangedMind,
    Life,
}
