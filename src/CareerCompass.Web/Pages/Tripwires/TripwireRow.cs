using CareerCompass.Domain.Corrections;

namespace CareerCompass.Web.Pages.Tripwires;

public sealed record TripwireRow(Guid Id, string Premise, string Test, DateOnly On, TripwireState State);
