namespace CareerCompass.Web.Pages.Today;

/// <param name="HasLater">Whether the task is also scheduled in later weeks.</param>
public sealed record AllocatedTask(Guid TaskId, DateOnly Week, int Minutes, bool IsPinned, bool HasLater);
