namespace CareerCompass.Domain.Planning;

/// <param name="Estimate">Minutes; null counts as <see cref="Schedule.DefaultEstimateMinutes"/>.</param>
/// <param name="DependsOn">Tasks of the same goal; tasks that are not open count as done.</param>
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
