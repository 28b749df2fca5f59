using CareerCompass.Domain.People;

namespace CareerCompass.Domain.Reviews;

/// <summary>An e-mail about a review that is open for a while.</summary>
public enum ReviewEmailKind
{
    /// <summary>The reminder once more, on the day the person asked for.</summary>
    Reminder,

    /// <summary>The one nudge.</summary>
    Nudge,
}
