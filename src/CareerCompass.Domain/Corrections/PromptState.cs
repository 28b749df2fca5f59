using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

public enum PromptState
{
    Open,

    /// <summary>Put off until a day; it comes back then if it is still so.</summary>
    Snoozed,

    /// <summary>A correction answered it.</summary>
    Answered,

    /// <summary>The person wants no change.</summary>
    Declined,

    /// <summary>What it warned of is no longer so.</summary>
    Withdrawn,
}
