using CareerCompass.Web.Pages.Goals;

namespace CareerCompass.Web.Pages.Today;

/// <param name="DueOn">The day of a recurring task's occurrence.</param>
public sealed record TodayTask(TaskRow Row, Guid GoalId, DateOnly? DueOn);
