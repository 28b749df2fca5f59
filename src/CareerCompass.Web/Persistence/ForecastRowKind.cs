namespace CareerCompass.Web.Persistence;

public enum ForecastRowKind
{
    /// <summary>A task: first day with a time entry, and day of completion.</summary>
    Task,

    /// <summary>An active goal: last week with an allocation for an open task.</summary>
    Goal,
    TimeOff,

    /// <summary>A goal's pause: first day, and day of resuming (null while paused).</summary>
    Pause,
}
