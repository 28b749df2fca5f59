namespace CareerCompass.Domain.Corrections;

public enum PromptState
{
    Open,

    /// <summary>Hidden until a day; reopened then if the finding still applies.</summary>
    Snoozed,

    Answered,

    Declined,

    /// <summary>The finding no longer applies.</summary>
    Withdrawn,
}
