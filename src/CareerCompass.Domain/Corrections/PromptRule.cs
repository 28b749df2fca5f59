namespace CareerCompass.Domain.Corrections;

public enum PromptRule
{
    /// <summary>Obsolete; replaced by <see cref="NoNextStep"/> and <see cref="EstimateMissing"/>.</summary>
    NoPlan,
    Stalled,
    OffCourse,
    Drifting,
    MilestoneMissed,
    NoNextStep,
    EstimateMissing,
    Overcommitted,
    FallingConfidence,
    AttentionDrift,
    TooManyGoals,
    DoneEarly,
    TripwireReached,
    DirectionChanged,
    ReviewsSkipped,
}
