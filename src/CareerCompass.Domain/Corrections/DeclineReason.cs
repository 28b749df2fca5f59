using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

public enum DeclineReason
{
    FineAsItIs,
    RiskAccepted,
    NumbersWrong,
    NotNow,
}
