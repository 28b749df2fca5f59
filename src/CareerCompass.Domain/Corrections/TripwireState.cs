using CareerCompass.Domain.Goals;

namespace CareerCompass.Domain.Corrections;

public enum TripwireState
{
    Pending,

    /// <summary>The premise held.</summary>
    Held,

    /// <summary>It did not.</summary>
    Failed,
}
