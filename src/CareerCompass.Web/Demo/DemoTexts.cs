using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Demo;

/// <summary>What the demo's person says in reviews.</summary>
internal static class DemoTexts
{
    private static readonly string?[] Weekly =
    [
        "Two evenings planned and kept beat four planned and none kept.",
        null,
        "What I put before work on Tuesday gets done. What I put after dinner on Friday does not.",
        "Asking early was uncomfortable for a minute and saved a week.",
        null,
        "I underestimate everything that needs an answer from someone else.",
        "The task with a name of its own got done; “work on slides” did not.",
        "A quiet week. That is allowed.",
        null,
        "Showing the draft unfinished brought better comments than showing it polished.",
        "Writing down the next step before I stop makes starting easy.",
        "I said no to a side project and did not miss it once.",
        null,
        "Labs take half as long again as I think. Plan them so.",
        "Energy, not time, was short this week. Sleep first.",
    ];

    private static readonly string[] Monthly =
    [
        "I plan for the month I wish for, not for the one with a release in it. A quarter of the hours goes to the unforeseen; from now on I leave that free.",
        "Three goals moved because I dropped the fourth. Fewer at a time is faster.",
        "What went well had a person waiting for it. Find someone who waits for each goal.",
        "The numbers say I am slower than I feel, and steadier than I feared.",
    ];

    private static readonly string[] Longer =
    [
        "Looking back over the quarter: the visible work opened doors, the quiet work kept the house standing, and I had counted only on the second. Next quarter one visible thing, and no more than three goals at once.",
        "The direction still holds. What changed is the order: people first, then the next certificate. I keep the hours as they are and let German wait its turn.",
    ];

    public static (ProgressRating Felt, int Confidence) ProgressFor(GoalStatusKind goalStatusKind, int count) => goalStatusKind switch
    {
        GoalStatusKind.OnCourse => (count % 4 == 3 ? ProgressRating.Ahead : ProgressRating.AsPlanned, 7 + (count % 3 == 2 ? 1 : 0)),
        GoalStatusKind.Drifting => (count % 3 == 0 ? ProgressRating.AsPlanned : ProgressRating.Behind, 6),
        GoalStatusKind.OffCourse => (ProgressRating.Behind, 4 + (count % 2)),
        GoalStatusKind.Stalled => (ProgressRating.Stuck, 3),
        _ => (ProgressRating.AsPlanned, 5),
    };

    /// <summary>Every third week something stands in the way.</summary>
    public static string? Obstacle(GoalSimulation walk) =>
        walk.CheckIns % 3 == 1 && walk.Story.Obstacles is { Count: > 0 } told ? told[walk.CheckIns / 3 % told.Count] : null;

    public static string? NextStep(GoalSimulation walk) => (walk.NextStep(), walk.CheckIns % 4) switch
    {
        (null, _) => "Break it down into first steps.",
        (var step, 0) => $"{step}. Two evenings, Tuesday and Thursday.",
        (var step, 1) => $"{step}, before anything new.",
        (_, 2) => null,
        (var step, _) => $"{step}.",
    };

    /// <summary>Two of three next steps are taken.</summary>
    public static bool HasDoneStep(GoalSimulation walk) => walk.CheckIns % 3 != 0;

    /// <summary>What is answered to the questions of a longer review.</summary>
    public static Dictionary<string, string?> Answers(Review review) => (review.Kind, review.Date.Month % 2) switch
    {
        (ReviewKind.Weekly, _) => [],
        (ReviewKind.Monthly, 0) => new()
        {
            ["attention"] = "Most of it went into the certificate, hardly any into people. Not again: the certificate is loud, leading is what I want.",
            ["stop"] = "The reading group on Thursdays. I have not read the book since spring.",
            ["ask"] = "Miriam, who changed over two years ago: what did your first ninety days look like?",
        },
        (ReviewKind.Monthly, _) => new()
        {
            ["attention"] = "Nearly as I wanted. The evenings for German were the first to go when the release came.",
            ["ask"] = "Jonas: would you sit in the first row at the meetup, and tell me afterwards where I lost you?",
        },
        (ReviewKind.Quarterly, _) => new()
        {
            ["direction"] = "All of it still true. “In Berlin or remote” has become “in Berlin”: I want to see the people.",
            ["balance"] = "Leading people. I take two hours a week from the certificate as soon as the exam is over.",
            ["stop"] = "The paid app. I like the idea of it more than the work.",
            ["slips"] = "Other priorities, mostly releases. I plan three weeks of four from now on.",
            ["one"] = "I lead one project with two people in it, from the first day to the last.",
        },
        _ => new()
        {
            ["proud"] = "Gave feedback that was hard to give, and it was taken well. Spoke in front of forty people.",
            ["taught"] = "Mornings are for thinking. Nobody waits for what I do alone, so I do it last: find someone who waits.",
            ["direction"] = "I build a team, and it ships without me in the room.",
            ["stop"] = "Saying yes in the meeting and counting the hours afterwards.",
            ["thanks"] = "Miriam knows. Jonas does not, yet.",
        },
    };

    /// <summary>Why a prompt led to no change.</summary>
    public static DeclineReason? DeclineReason(PromptRule rule) => rule switch
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
