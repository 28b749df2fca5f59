namespace CareerCompass.Domain.Reviews;

public enum ProgressRating
{
    Stuck,
    Behind,
    AsPlanned,
    Ahead,

    /// <summary>The short review does not ask for a rating.</summary>
    NotAsked,
}
