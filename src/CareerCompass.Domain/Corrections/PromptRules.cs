namespace CareerCompass.Domain.Corrections;

/// <summary>How much a rule matters beside the others, and how long it says nothing more about the same thing.</summary>
public static class PromptRules
{
    /// <summary>Prompts shown at a time: more of them is a list of reproaches, and nobody decides anything.</summary>
    public const int MaxShown = 3;

    // What the person asked to be asked comes first, then what is about to be missed, then what clouds the view; good news can wait
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

    /// <summary>The longest that any rule keeps quiet after it was declined.</summary>
    public static int MaxQuietDays { get; } = Ranking.Max(row => QuietDaysAfterDecline(row.Rule));

    /// <summary>Its place among the rules, the most important first.</summary>
    public static int Rank(this PromptRule rule) => Array.FindIndex(Ranking, row => row.Rule == rule);

    /// <summary>Days for which it says nothing more about the same thing.</summary>
    public static int QuietDays(this PromptRule rule) => Ranking[rule.Rank()].QuietDays;

    /// <summary>Days for which it keeps quiet once the person has said no: twice its own, and four weeks at least.</summary>
    public static int QuietDaysAfterDecline(this PromptRule rule) => Math.Max(28, 2 * rule.QuietDays());
}
