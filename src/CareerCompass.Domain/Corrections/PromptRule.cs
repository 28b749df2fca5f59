namespace CareerCompass.Domain.Corrections;

/// <summary>The rule that raised a prompt.</summary>
public enum PromptRule
{
    /// <summary>What <see cref="NoNextStep"/> and <see cref="EstimateMissing"/> were once; no longer raised.</summary>
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
