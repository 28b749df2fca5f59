namespace CareerCompass.Domain.Planning;

/// <summary>All that a <see cref="Schedule"/> follows from.</summary>
public sealed record ScheduleInputs
{
    public required DateOnly Today { get; init; }

    /// <summary>What is to be laid out, first things first: a goal takes the hours it needs, the next takes what is left.</summary>
    public required IReadOnlyList<SchedulableGoal> Goals { get; init; }

    /// <summary>Minutes a week from a week on, in order of time.</summary>
    public required IReadOnlyList<WeekMinutes> Capacities { get; init; }

    public IReadOnlyList<DaySpan> DaysOff { get; init; } = [];

    /// <summary>Minutes that are given away already: to series, and to goals that are not laid out anew.</summary>
    public IReadOnlyList<WeekMinutes> ReservedMinutes { get; init; } = [];
}
