namespace CareerCompass.Web.Pages.Goals;

/// <param name="NumberInForce">The number of the revision in force at the given instant.</param>
public sealed record GoalHistory(string Title, int LatestNumber, int? NumberInForce);
