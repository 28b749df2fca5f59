using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

/// <summary>Why a person leaves things as they are.</summary>
public enum DeclineReason
{
    FineAsItIs,
    RiskAccepted,
    NumbersWrong,
    NotNow,
}
