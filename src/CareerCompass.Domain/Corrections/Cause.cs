namespace CareerCompass.Domain.Corrections;

public enum Cause
{
    Underestimated,
    OtherPriorities,
    WaitingOnSomeone,
    Energy,
    ChangedMind,
    Life,
}
