using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Tripwires;

/// <summary>A goal's tripwires as its page shows them.</summary>
public sealed record TripwireList(Guid GoalId, bool Alive, DateOnly Today, IReadOnlyList<TripwireRow> Rows);
