namespace CareerCompass.Domain.Corrections;

public enum TripwireState
{
    Pending,

    Held,

    Failed,
}
