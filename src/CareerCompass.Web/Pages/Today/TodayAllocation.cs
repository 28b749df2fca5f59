namespace CareerCompass.Web.Pages.Today;

/// <summary>An allocation of this week or an earlier one, with one time off of this week.</summary>
public sealed record TodayAllocation(AllocatedTask Task, DateOnly? OffFirst, DateOnly? OffLast);
