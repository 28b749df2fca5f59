namespace CareerCompass.Domain.Corrections;

public enum DeclineReason
{
    FineAsItIs,
    RiskAccepted,
    NumbersWrong,
    NotNow,
}
