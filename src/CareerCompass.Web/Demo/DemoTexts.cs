using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Demo;

internal static class DemoTexts
{
    private static readonly string?[] Weekly =
    [
        "Planning two evenings and keeping both beats planning four and keeping none.",
        null,
        "What I schedule before work on Tuesday gets done. What I schedule after dinner on Friday does not.",
        "Asking early was uncomfortable for a minute and saved a week.",
        null,
        "I underestimate everything that needs an answer from someone else.",
        "The specific task got done; “work on slides” did not.",
        "A quiet week. That is fine.",
        null,
        "Sharing a rough draft got me better comments than sharing a polished one.",
        "Writing down the next step before I stop makes it easy to start again.",
        "I said no to a side project and have not missed it once.",
        null,
        "Labs take half as long again as I expect. Plan for that.",
        "I was short of energy this week, not time. Sleep comes first.",
    ];

    private static readonly string[] Monthly =
    [
        "I plan for an ideal month, not for one with a release in it. A quarter of my hours goes to the unexpected; "
            + "from now on I will keep that free.",
        "Three goals moved forward because I dropped the fourth. Fewer at a time is faster.",
        "What went well had someone waiting for it. Find someone to hold me accountable for each goal.",
        "The numbers say I am slower than I thought, and steadier than I feared.",
    ];

    private static readonly string[] Longer =
    [
        "Looking back over the quarter: the visible work opened doors, the quiet work kept things running, and I "
            + "had relied only on the second. Next quarter: one visible project, and no more than three goals at once.",
        "The direction still holds. What changed is the order: people first, then the next certificate. I will keep "
            + "my hours as they are, and German can wait its turn.",
    ];

    public static (ProgressRating Felt, int Confidence) ProgressFor(GoalStatusKind goalStatusKind, int count) =>
        goalStatusKind switch
        {
            GoalStatusKind.OnCourse => (
                count % 4 == 3 ? ProgressRating.Ahead : ProgressRating.AsPlanned,
                7 + (count % 3 == 2 ? 1 : 0)
            ),
            GoalStatusKind.Drifting => (count % 3 == 0 ? ProgressRating.AsPlanned : ProgressRating.Behind, 6),
            GoalStatusKind.OffCourse => (ProgressRating.Behind, 4 + (count % 2)),
            GoalStatusKind.Stalled => (ProgressRating.Stuck, 3),
            _ => (ProgressRating.AsPlanned, 5),
        };

    /// <summary>Every third check-in names an obstacle.</summary>
    public static string? Obstacle(GoalSimulation walk) =>
        walk.CheckIns % 3 == 1 && walk.Story.Obstacles is { Count: > 0 } told
            ? told[walk.CheckIns / 3 % told.Count]
            : null;

    public static string? NextStep(GoalSimulation walk) =>
        (walk.NextStep(), walk.CheckIns % 4) switch
        {
            (null, _) => "Break it down into first steps.",
            (var step, 0) => $"{step}. Two evenings, Tuesday and Thursday.",
            (var step, 1) => $"{step}, before anything new.",
            (_, 2) => null,
            (var step, _) => $"{step}.",
        };

    /// <summary>Two of three next steps get done.</summary>
    public static bool HasDoneStep(GoalSimulation walk) => walk.CheckIns % 3 != 0;

    public static Dictionary<string, string?> Answers(Review review) =>
        (review.Kind, review.Date.Month % 2) switch
        {
            (ReviewKind.Weekly, _) => [],
            (ReviewKind.Monthly, 0) => new()
            {
                ["attention"] =
                    "Most of them went into the certificate, hardly any into people. I would not do that again: the "
                    + "certificate is urgent, but leading people is what I want.",
                ["stop"] = "The reading group on Thursdays. I have not read the book since spring.",
                ["ask"] = "Miriam, who moved into management two years ago: what did your first ninety days look like?",
            },
            (ReviewKind.Monthly, _) => new()
            {
                ["attention"] =
                    "Almost where I wanted them to go. My German evenings were the first to be cut when the release "
                    + "came.",
                ["ask"] =
                    "Jonas: would you sit in the front row at the meetup and tell me afterwards where I lost you?",
            },
            (ReviewKind.Quarterly, _) => new()
            {
                ["direction"] =
                    "Almost all of it is still true. “In Berlin or remote” has become “in Berlin”: I want to see my "
                    + "team in person.",
                ["balance"] =
                    "Leading people. I will take two hours a week from the certificate as soon as the exam is over.",
                ["stop"] = "The paid app. I like the idea of it more than the work.",
                ["slips"] = "Other priorities, mostly releases. From now on I will plan only three weeks out of four.",
                ["one"] = "I lead one project with two people on it, from start to finish.",
            },
            _ => new()
            {
                ["proud"] =
                    "I gave feedback that was hard to give, and it was well received. I spoke in front of forty "
                    + "people.",
                ["taught"] =
                    "Mornings are for thinking. No one is waiting for what I do alone, so I do it last. I need "
                    + "someone who is.",
                ["direction"] = "I build a team, and it ships without me in the room.",
                ["stop"] = "Saying yes in a meeting and counting the hours afterwards.",
                ["thanks"] = "Miriam knows. Jonas does not, but he will by Friday.",
            },
        };

    public static DeclineReason? DeclineReason(PromptRule rule) =>
        rule switch
        {
            PromptRule.Drifting => Domain.Corrections.DeclineReason.RiskAccepted,
            PromptRule.AttentionDrift or PromptRule.TooManyGoals => Domain.Corrections.DeclineReason.NotNow,
            PromptRule.DoneEarly or PromptRule.FallingConfidence => Domain.Corrections.DeclineReason.FineAsItIs,
            _ => null,
        };

    public static string? Learned(Review review)
    {
        var week = review.Date.DayNumber / 7;
        return review.Kind switch
        {
            ReviewKind.Weekly => Weekly[week % Weekly.Length],
            ReviewKind.Monthly => Monthly[review.Date.Month % Monthly.Length],
            _ => Longer[review.Date.Month / 4 % Longer.Length],
        };
    }
}
