namespace CareerCompass.Domain.Planning;

/// <summary>An open task to lay out.</summary>
/// <param name="Estimate">Minutes; without one it takes <see cref="Schedule.DefaultEstimateMinutes"/>.</param>
/// <param name="DependsOn">Tasks of its goal that come before it; those that are not among the open ones count as done.</param>
/// <param name="Pins">Where the person put it. Pins in weeks gone by hold nothing.</param>
public sealed record SchedulableTask(
    Guid Id,
    string Title,
    int? Estimate,
    Guid? MilestoneId,
    IReadOnlyList<Guid> DependsOn,
    IReadOnlyList<WeekMinutes> Pins
)
{
    public SchedulableTask(Guid id, string title, int? estimate, Guid? milestoneId = null)
        : this(id, title, estimate, milestoneId, [], []) { }
}
