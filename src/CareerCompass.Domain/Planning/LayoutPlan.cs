namespace CareerCompass.Domain.Planning;

/// <summary>Minutes in a week, or from a week on, named by its Monday.</summary>
public readonly record struct WeekMinutes(DateOnly Week, int Minutes);

/// <summary>Days in a row, both ends included.</summary>
public readonly record struct DaySpan(DateOnly First, DateOnly Last);

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

/// <summary>A goal to lay out.</summary>
/// <param name="EarliestStart">The day on which its pause ends; nothing is placed in a week that began before it.</param>
/// <param name="Tasks">Its open tasks in their order, without occurrences of series.</param>
public sealed record SchedulableGoal(
    Guid Id, string Title, DateOnly Target, DateOnly? EarliestStart, IReadOnlyList<SchedulableMilestone> Milestones, IReadOnlyList<SchedulableTask> Tasks);

public sealed record SchedulableMilestone(Guid Id, string Title, DateOnly Date);

/// <summary>An open task to lay out.</summary>
/// <param name="Estimate">Minutes; without one it takes <see cref="Schedule.DefaultEstimateMinutes"/>.</param>
/// <param name="DependsOn">Tasks of its goal that come before it; those that are not among the open ones count as done.</param>
/// <param name="Pins">Where the person put it. Pins in weeks gone by hold nothing.</param>
public sealed record SchedulableTask(Guid Id, string Title, int? Estimate, Guid? MilestoneId, IReadOnlyList<Guid> DependsOn, IReadOnlyList<WeekMinutes> Pins)
{
    public SchedulableTask(Guid id, string title, int? estimate, Guid? milestoneId = null)
        : this(id, title, estimate, milestoneId, [], [])
    {
    }
}
