using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Goals;

namespace CareerCompass.Web.Pages.Today;

/// <summary>A placement of an open task in this week or one gone by.</summary>
/// <param name="HasLater">Whether the task lies in weeks to come as well.</param>
public sealed record AllocatedTask(Guid TaskId, DateOnly Week, int Minutes, bool IsPinned, bool HasLater);
