namespace CareerCompass.Domain.Reviews;

/// <summary>How a goal's progress feels to the person.</summary>
public enum ProgressRating
{
    Stuck,
    Behind,
    AsPlanned,
    Ahead,

    /// <summary>The short version does not ask.</summary>
    NotAsked,
}
