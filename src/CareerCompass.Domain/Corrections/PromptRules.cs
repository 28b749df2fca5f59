namespace CareerCompass.Domain.Corrections;

public static class PromptRules
{
    /// <summary>Prompts shown at a time: one decision is asked, the rest wait.</summary>
    public const int MaxShown = 1;

    // The person's own tripwires first, then dates at risk, then unreliable data, and good news last
    private static readonly (PromptRule Rule, int QuietDays)[] Ranking =
    [
        (PromptRule.TripwireReached, 7),
        (PromptRule.OffCourse, 14),
        (PromptRule.MilestoneMissed, 14),
        (PromptRule.Overcommitted, 7),
        (PromptRule.Stalled, 14),
        (PromptRule.Drifting, 14),
        (PromptRule.NoNextStep, 14),
        (PromptRule.FallingConfidence, 21),
        (PromptRule.EstimateMissing, 14),
        (PromptRule.ReviewsSkipped, 28),
        (PromptRule.TooManyGoals, 42),
        (PromptRule.DirectionChanged, 56),
        (PromptRule.AttentionDrift, 28),
        (PromptRule.DoneEarly, 28),
        (PromptRule.NoPlan, 14),
    ];

    public static int MaxQuietDays { get; } = Ranking.Max(row => QuietDaysAfterDecline(row.Rule));

    /// <summary>Position in the ranking; 0 is most important.</summary>
    public static int Rank(this PromptRule rule) => Array.FindIndex(Ranking, row => row.Rule == rule);

    /// <summary>Days before the rule may raise a prompt about the same subject again.</summary>
    public static int QuietDays(this PromptRule rule) => Ranking[rule.Rank()].QuietDays;

    /// <summary>Quiet days after a decline: twice the usual, at least four weeks.</summary>
    public static int QuietDaysAfterDecline(this PromptRule rule) => Math.Max(28, 2 * rule.QuietDays());
}
