namespace CareerCompass.Domain.Reviews;

public enum ReviewEmailKind
{
    /// <summary>Sent on the day the person chose.</summary>
    Reminder,

    Nudge,
}
