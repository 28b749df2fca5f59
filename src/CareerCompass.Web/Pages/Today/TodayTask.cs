using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Goals;

namespace CareerCompass.Web.Pages.Today;

/// <summary>A task that Today reads, open or done today.</summary>
/// <param name="DueOn">The day of an occurrence of a series.</param>
public sealed record TodayTask(TaskRow Row, Guid GoalId, DateOnly? DueOn);
