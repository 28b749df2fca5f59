using CareerCompass.Web.Pages.Goals;

namespace CareerCompass.Web.Pages.Today;

/// <summary>Tasks of one milestone, or of a goal's tasks without one.</summary>
/// <param name="IsListedAbove">Whether its open tasks appear under this week or among what is left over.</param>
public sealed record TodayGroup(
    Guid GoalId,
    string Goal,
    Guid? MilestoneId,
    string? Milestone,
    DateOnly? Date,
    bool IsLate,
    IReadOnlyList<TaskRow> Tasks,
    bool IsListedAbove = false
);
