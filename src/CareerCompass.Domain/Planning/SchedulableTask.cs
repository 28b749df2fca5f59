namespace CareerCompass.Domain.Planning;

/// <param name="Estimate">Minutes; null counts as <see cref="Schedule.DefaultEstimateMinutes"/>.</param>
/// <param name="DependsOn">Tasks of the same goal; tasks that are not open count as done.</param>
/// <param name="PinnedWeek">The week to which the person fixed the task; a past week does not count.</param>
/// <param name="LoggedMinutes">Time logged on the task, which counts as work done.</param>
public sealed record SchedulableTask(
    Guid Id,
    string Title,
    int? Estimate,
    Guid? MilestoneId,
    IReadOnlyList<Guid> DependsOn,
    DateOnly? PinnedWeek = null,
    int LoggedMinutes = 0
)
{
    /// <summary>Minutes that an open task still takes at least, however much time was logged on it.</summary>
    private const int MinRemainingMinutes = 15;

    public SchedulableTask(Guid id, string title, int? estimate, Guid? milestoneId = null)
        : this(id, title, estimate, milestoneId, []) { }

    public int RemainingMinutes
    {
        get
        {
            var estimate = Estimate ?? Schedule.DefaultEstimateMinutes;
            return Math.Max(estimate - Math.Max(0, LoggedMinutes), Math.Min(estimate, MinRemainingMinutes));
        }
    }
}
