using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed record TripwireList(Guid GoalId, bool Alive, DateOnly Today, IReadOnlyList<TripwireRow> Rows);
