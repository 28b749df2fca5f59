namespace CareerCompass.Web.Persistence;

/// <summary>One of the facts from which schedule and forecast follow; <see cref="ForecastRowKind"/> says which.</summary>
public sealed record ForecastRow
{
    public Guid OwnerId { get; init; }

    public ForecastRowKind Kind { get; init; }

    public Guid GoalId { get; init; }

    public Guid? Id { get; init; }

    /// <summary>The milestone of a task, or the task that it depends on.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>A title, or the rule of a recurring task.</summary>
    public string? Text { get; init; }

    public string? MilestoneTitle { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public DateOnly? Due { get; init; }

    public int? Minutes { get; init; }

    public int? LoggedMinutes { get; init; }

    /// <summary>Priority of a goal, position of a task, or number of missed dates.</summary>
    public int? Number { get; init; }
}
