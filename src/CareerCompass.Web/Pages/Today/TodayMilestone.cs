namespace CareerCompass.Web.Pages.Today;

public sealed record TodayMilestone(
    Guid Id,
    string Title,
    DateOnly Date,
    bool IsReached,
    Guid GoalId,
    string Goal,
    bool HasTasks
);
