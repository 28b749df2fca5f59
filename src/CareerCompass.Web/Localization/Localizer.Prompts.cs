using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Web.Localization;

/// <summary>Texts of prompts: calm, factual and without blame.</summary>
public sealed partial class Localizer
{
    public string Name(PromptRule rule) =>
        rule switch
        {
            PromptRule.NoPlan => this["No plan yet"],
            PromptRule.OffCourse => this["Off course"],
            PromptRule.MilestoneMissed => this["Milestone missed"],
            PromptRule.NoNextStep => this["No next step"],
            PromptRule.EstimateMissing => this["Estimate missing"],
            PromptRule.FallingConfidence => this["Confidence"],
            PromptRule.AttentionDrift => this["Attention"],
            PromptRule.TooManyGoals => this["Too many goals"],
            PromptRule.DoneEarly => this["Ahead of schedule"],
            PromptRule.TripwireReached => this["Tripwire"],
            PromptRule.DirectionChanged => this["Direction changed"],
            PromptRule.ReviewsSkipped => this["Reviews"],
            _ => this[rule.ToString()],
        };

    public string Name(DeclineReason because) =>
        because switch
        {
            DeclineReason.FineAsItIs => this["It is fine as is"],
            DeclineReason.RiskAccepted => this["I accept the risk"],
            DeclineReason.NumbersWrong => this["The numbers are wrong"],
            _ => this["Not a priority now"],
        };

    public string Name(PromptState state) =>
        state switch
        {
            PromptState.Open => this["Open"],
            PromptState.Snoozed => this["Snoozed"],
            PromptState.Answered => this["Decided"],
            PromptState.Declined => this["Kept as is"],
            _ => this["Resolved"],
        };

    public string Headline(PromptRule rule, PromptEvidence promptEvidence, DateOnly today) =>
        promptEvidence switch
        {
            MissedMilestoneEvidence missed => this["“{0}” was due on {1}", missed.Title, missed.Date],
            OvercommitmentEvidence week => this[
                "The week of {0} is over capacity by {1}",
                Day(week.Week),
                Minutes(week.ExcessMinutes)
            ],
            ConfidenceEvidence { Previous: [var before, ..] } sure => this[
                "Your confidence fell to {0} % from {1} %",
                sure.Latest,
                before
            ],
            ConfidenceEvidence sure when sure.Latest > sure.Chance => this["You are more confident than the forecast"],
            ConfidenceEvidence => this["The forecast is more confident than you are"],
            AttentionDriftEvidence { Underserved: { } little } => this[
                "{0} gets less attention than you want",
                little.Name
            ],
            AttentionDriftEvidence drift => this["{0} gets more attention than you want", drift.Overserved!.Name],
            TooManyGoalsEvidence many => this["{0} goals share {1} a week", many.Active, Minutes(many.Minutes)],
            EarlyFinishEvidence { ExpectedOn: null } => this["Everything planned is done"],
            EarlyFinishEvidence early => this["You will probably finish {0} early", Days(early.DaysEarly)],
            TripwireEvidence { FailedOn: not null } => this["This is no longer true. What now?"],
            TripwireEvidence tripwireEvidence => this["Is this still true? {0}", tripwireEvidence.Premise],
            DirectionChangeEvidence => this["Your direction changed. Do these goals still fit?"],
            SkippedReviewsEvidence skipped => this["{0} reviews missed in a row", skipped.Count],
            ForecastEvidence course => Headline(rule, course),
            _ => Name(rule),
        };

    /// <summary>Describes the evidence in numbers.</summary>
    public string Describe(PromptRule rule, PromptEvidence promptEvidence, DateOnly today) =>
        promptEvidence switch
        {
            MissedMilestoneEvidence { Open: 0 } missed => this[
                "It has no open tasks and is not marked as reached, {0} after its date.{1}",
                Days(today.DayNumber - missed.Date.DayNumber),
                Others(missed)
            ],
            MissedMilestoneEvidence missed => this[
                "{0} after its date, {1} still open: {2} of work.{3}",
                Days(today.DayNumber - missed.Date.DayNumber),
                Count(missed.Open, "{0} task is", "{0} tasks are"),
                Minutes(missed.OpenMinutes),
                Others(missed)
            ],
            OvercommitmentEvidence week => this[
                "{0} of work is scheduled, and you have {1}.{2}{3}",
                Minutes(week.Load),
                Minutes(week.Capacity),
                week.Weeks > 1
                    ? " " + this["The same is true of {0} of the next {1} weeks.", week.Weeks, RuleContext.WeeksAhead]
                    : "",
                week.Goal is { } goal ? " " + this["Most of it is for “{0}”.", goal] : ""
            ],
            ConfidenceEvidence { Previous: { Count: > 1 } before } sure => this[
                "Your confidence in hitting {0} was {1} %, then {2} %, and {3} % on {4}.",
                sure.Target,
                before[1],
                before[0],
                sure.Latest,
                sure.AnsweredOn
            ],
            ConfidenceEvidence sure => this[
                "On {0} you were {1} % confident of hitting {2}. Based on your pace and the remaining work, the "
                    + "forecast says {3} %.",
                sure.AnsweredOn,
                sure.Latest,
                sure.Target,
                sure.Chance ?? 0
            ],
            AttentionDriftEvidence drift => string.Join(
                " ",
                new[]
                {
                    drift.Overserved is { } much
                        ? this[
                            "{0} took {1} % of your time in the last 4 weeks and {2} % in the last 12. You want {3} %.",
                            much.Name,
                            much.RecentShare,
                            much.LongTermShare,
                            much.WantedShare
                        ]
                        : null,
                    drift.Underserved is { } little
                        ? this[
                            "{0} got {1} % and {2} %. You want {3} %.",
                            little.Name,
                            little.RecentShare,
                            little.LongTermShare,
                            little.WantedShare
                        ]
                        : null,
                    drift.PausedAreas is { Count: > 0 } resting
                        ? this["Not counted because paused: {0}.", string.Join(", ", resting)]
                        : null,
                }.OfType<string>()
            ),
            TooManyGoalsEvidence many => this[
                "That is {0} a week each, if you divide it evenly.",
                Minutes(many.MinutesPerGoal)
            ],
            EarlyFinishEvidence { ExpectedOn: null } early => this[
                "All {0} done, {1} before the target of {2}.",
                Count(early.Done, "{0} task is", "{0} tasks are"),
                Days(early.DaysEarly),
                early.Target
            ],
            EarlyFinishEvidence early => this[
                "The cautious date is {0}, and the target is {1}.",
                early.ExpectedOn!.Value,
                early.Target
            ],
            TripwireEvidence tripwireEvidence => string.Join(
                " ",
                new[]
                {
                    tripwireEvidence.FailedOn is { } failed
                        ? this["On {0} you said this is no longer true: “{1}”.", failed, tripwireEvidence.Premise]
                        : this[
                            "By {0} you wanted to see this: “{1}”.",
                            tripwireEvidence.CheckOn,
                            tripwireEvidence.Test
                        ],
                    tripwireEvidence.FallbackPlan is { } otherwise ? this["Your plan if not: “{0}”.", otherwise] : null,
                }.OfType<string>()
            ),
            DirectionChangeEvidence changed => Changed(changed),
            SkippedReviewsEvidence { LastCompletedOn: { } done } skipped => this[
                "None completed since {0}. The last one was on {1}. Time off is not counted.",
                skipped.FirstSkippedOn,
                done
            ],
            SkippedReviewsEvidence skipped => this[
                "None completed since {0}. Time off is not counted.",
                skipped.FirstSkippedOn
            ],
            ForecastEvidence course => Describe(rule, course),
            _ => "",
        };

    public string WhyItMatters(PromptRule rule) =>
        rule switch
        {
            PromptRule.OffCourse => this["Moving a date early costs little. Missing one costs you trust in the plan."],
            PromptRule.Drifting => this[
                "You still have options: a little less work or a little more time now keeps the date."
            ],
            PromptRule.Stalled => this["Goals often fade without a decision. Deciding either way clears your head."],
            PromptRule.MilestoneMissed => this[
                "Everything after it is waiting. A smaller step or a new date gets things moving again."
            ],
            PromptRule.NoNextStep => this["A goal without a next step stays a wish. A ten-minute step is enough."],
            PromptRule.EstimateMissing or PromptRule.NoPlan => this[
                "With rough estimates, the forecast can warn you early if the date is at risk."
            ],
            PromptRule.Overcommitted => this["If a week is too full, chance decides what gets left undone."],
            PromptRule.FallingConfidence => this[
                "You may know something the plan does not. Update the plan to reflect it."
            ],
            PromptRule.AttentionDrift => this[
                "Where your time goes shows what you really prioritize. Change either your weeks or the shares you "
                    + "want."
            ],
            PromptRule.TooManyGoals => this[
                "Goals you work on at the same time all finish late. Pausing one is not giving up on it."
            ],
            PromptRule.DoneEarly => this[
                "Well done. Mark it achieved and enjoy it, or aim a little higher while things are going well."
            ],
            PromptRule.TripwireReached => this["You set this up in a calm moment, so today's decision is easier."],
            PromptRule.DirectionChanged => this[
                "Goals should support your direction. A quick look shows which ones still do."
            ],
            _ => this[
                "Seven minutes are enough, and a short review counts just as much. A different day or time may suit "
                    + "you better."
            ],
        };

    private string Headline(PromptRule rule, ForecastEvidence course) =>
        rule switch
        {
            PromptRule.OffCourse when course.P50 is { } p50 => this[
                "Likely {0} after the target",
                Days(p50.DayNumber - course.Target.DayNumber)
            ],
            PromptRule.Drifting when course.P80 is { } p80 => this[
                "The cautious date is {0} after the target",
                Days(p80.DayNumber - course.Target.DayNumber)
            ],
            PromptRule.Stalled => this["No activity for {0}", Days(course.IdleDays)],
            PromptRule.NoNextStep => this["What is the next step?"],
            PromptRule.EstimateMissing when course.Unestimated < course.Open => this[
                "{0} of {1} open tasks have no estimate",
                course.Unestimated,
                course.Open
            ],
            PromptRule.EstimateMissing => this["How long will it take?"],
            _ => Name(rule),
        };

    private string Describe(PromptRule rule, ForecastEvidence course) =>
        rule switch
        {
            PromptRule.OffCourse => this[
                "{0} of work is left. {1} The target is {2}.{3}",
                Minutes(course.OpenMinutes),
                Dates(course),
                course.Target,
                Chance(course)
            ],
            PromptRule.Drifting => this[
                "{0} of work is left. {1} There is a 1 in 5 chance of finishing after {2}. The target is {3}.{4}",
                Minutes(course.OpenMinutes),
                Dates(course),
                course.P80!,
                course.Target,
                Chance(course)
            ],
            PromptRule.Stalled => this[
                "No tasks completed, time logged or check-ins for {0}. Do you still want this, and what would get "
                    + "it moving?",
                Days(course.IdleDays)
            ],
            PromptRule.NoNextStep when course.Done > 0 => this[
                "{0} done, and none are open. Is the goal achieved, or what comes next?",
                Count(course.Done, "{0} task is", "{0} tasks are")
            ],
            PromptRule.NoNextStep => this["There are no open tasks, and the target is {0}.", course.Target],
            PromptRule.EstimateMissing when course.Unestimated < course.Open => this[
                "The forecast only includes {0} of work. The target is {1}.",
                Minutes(course.OpenMinutes),
                course.Target
            ],
            PromptRule.EstimateMissing when course.Open > 0 => this[
                "{0}, none with an estimate, so there is no forecast. The target is {1}.",
                Count(course.Open, "{0} task is open", "{0} tasks are open"),
                course.Target
            ],
            _ => this["No open task of this goal has an estimate, so there is no forecast."],
        };

    private string Dates(ForecastEvidence course) =>
        course.PlanEnd is { } end
            ? this["Plan: {0}. Likely: {1}.", end, course.P50!]
            : this["Likely: {0}.", course.P50!];

    private string Chance(ForecastEvidence course) =>
        course.Chance is { } chance
            ? " " + this["The chance of meeting the target is {0}.", Chance(chance / 100d)]
            : "";

    private string Others(MissedMilestoneEvidence missed) =>
        missed.Others == 0
            ? ""
            : " " + Count(missed.Others, "{0} more milestone is overdue.", "{0} more milestones are overdue.");

    private string Changed(DirectionChangeEvidence changed)
    {
        var titles = string.Join(", ", (changed.AffectedGoals ?? []).Select(affectedGoal => $"“{affectedGoal.Title}”"));
        var goals =
            changed.GoalCount > (changed.AffectedGoals?.Count ?? 0)
                ? this["{0} and {1} more", titles, changed.GoalCount - (changed.AffectedGoals?.Count ?? 0)]
                : titles;
        return changed.Part switch
        {
            DirectionPart.FocusArea => this[
                "The focus area “{0}” changed on {1}. Goals not reviewed since then: {2}.",
                changed.Name ?? "",
                changed.ChangedOn,
                goals
            ],
            DirectionPart.Aspiration => this[
                "The aspiration “{0}” changed on {1}. Goals not reviewed since then: {2}.",
                changed.Name ?? "",
                changed.ChangedOn,
                goals
            ],
            _ => this["Your statement changed on {0}. Goals not reviewed since then: {1}.", changed.ChangedOn, goals],
        };
    }

    private string Days(int days) => Count(days, "{0} day", "{0} days");
}
