namespace CareerCompass.Web.Persistence;

public enum ForecastRowKind
{
    /// <summary>A task with a past: first day with a time entry, day of completion, and estimate.</summary>
    PastTask,

    /// <summary>Occurrences of recurring tasks that were completed on a day, with their minutes.</summary>
    PastRecurring,

    /// <summary>An active or paused goal: target, end of its pause, and priority.</summary>
    Goal,

    /// <summary>An open task: date of its milestone, pinned week, estimate, logged minutes and position.</summary>
    OpenTask,

    /// <summary>A task and one that it depends on.</summary>
    Dependency,

    /// <summary>A recurring task: first and last day, and the day of its open occurrence.</summary>
    Recurring,

    TimeOff,

    /// <summary>A goal's pause: first day, and day of resuming (null while paused).</summary>
    Pause,

    /// <summary>An achieved goal: the number of its forecasts, by how many of their dates it missed (0 to 4).</summary>
    PastForecast,
}
