namespace CareerCompass.Domain.Reviews;

public enum ReviewState
{
    Open,
    Completed,

    /// <summary>Skipped: the next review opened before this one was completed.</summary>
    Folded,
}
