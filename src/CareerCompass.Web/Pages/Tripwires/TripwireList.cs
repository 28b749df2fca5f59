namespace CareerCompass.Web.Pages.Tripwires;

public sealed record TripwireList(Guid GoalId, bool IsEditable, DateOnly Today, IReadOnlyList<TripwireRow> Rows);
