namespace CareerCompass.Domain.Planning;

public sealed record ScheduleInputs
{
    public required DateOnly Today { get; init; }

    /// <summary>Goals by priority, highest first.</summary>
    public required IReadOnlyList<SchedulableGoal> Goals { get; init; }

    /// <summary>Weekly capacity by first week, oldest first.</summary>
    public required IReadOnlyList<WeekMinutes> Capacities { get; init; }

    public IReadOnlyList<DaySpan> DaysOff { get; init; } = [];

    /// <summary>Minutes already taken by recurring tasks and by goals that are not scheduled here.</summary>
    public IReadOnlyList<WeekMinutes> ReservedMinutes { get; init; } = [];
}
