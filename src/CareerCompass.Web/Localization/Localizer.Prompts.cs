using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;

namespace CareerCompass.Web.Localization;

/// <summary>What prompts say: calm, with numbers, and never whose fault it is.</summary>
public sealed partial class Localizer
{
    /// <summary>The name of a rule, as on a badge.</summary>
    public string Name(PromptRule rule) => rule switch
    {
        PromptRule.NoPlan => this["No route yet"],
        PromptRule.OffCourse => this["Off course"],
        PromptRule.MilestoneMissed => this["Milestone missed"],
        PromptRule.NoNextStep => this["No next step"],
        PromptRule.EstimateMissing => this["Estimate missing"],
        PromptRule.FallingConfidence => this["Confidence"],
        PromptRule.AttentionDrift => this["Attention"],
        PromptRule.TooManyGoals => this["Many goals at once"],
        PromptRule.DoneEarly => this["Ahead of time"],
        PromptRule.TripwireReached => this["Tripwire"],
        PromptRule.DirectionChanged => this["Direction changed"],
        PromptRule.ReviewsSkipped => this["Reviews"],
        _ => this[rule.ToString()],
    };

    public string Name(DeclineReason because) => because switch
    {
        DeclineReason.FineAsItIs => this["It is fine as it is"],
        DeclineReason.RiskAccepted => this["I know, and take the risk"],
        DeclineReason.NumbersWrong => this["The numbers are off"],
        _ => this["Not what matters now"],
    };

    public string Name(PromptState state) => state switch
    {
        PromptState.Open => this["Open"],
        PromptState.Snoozed => this["Put off"],
        PromptState.Answered => this["Decided"],
        PromptState.Declined => this["Left as it was"],
        _ => this["No longer so"],
    };

    /// <summary>What a prompt has noticed, in a few words.</summary>
    public string Headline(PromptRule rule, PromptEvidence promptEvidence, DateOnly today) => promptEvidence switch
    {
        MissedMilestoneEvidence missed => this["“{0}” was due on {1}", missed.Title, missed.Date],
        OvercommitmentEvidence week => this["The week of {0} holds {1} more than fits", Day(week.Week), Minutes(week.ExcessMinutes)],
        ConfidenceEvidence { Previous: [var before, ..] } sure => this["You grew less sure: {0} %, after {1} %", sure.Latest, before],
        ConfidenceEvidence sure when sure.Latest > sure.Chance => this["You feel surer than the forecast"],
        ConfidenceEvidence => this["The forecast is surer than you feel"],
        AttentionDriftEvidence { Underserved: { } little } => this["{0} gets less of you than you want", little.Name],
        AttentionDriftEvidence drift => this["{0} gets more of you than you want", drift.Overserved!.Name],
        TooManyGoalsEvidence many => this["{0} goals share {1} a week", many.Active, Minutes(many.Minutes)],
        EarlyFinishEvidence { ExpectedOn: null } => this["Everything planned is done"],
        EarlyFinishEvidence early => this["You may well be done {0} early", Days(early.DaysEarly)],
        TripwireEvidence { FailedOn: not null } => this["It does not hold: what now?"],
        TripwireEvidence tripwireEvidence => this["Does it hold? {0}", tripwireEvidence.Premise],
        DirectionChangeEvidence => this["Your direction changed. Do these goals still fit?"],
        SkippedReviewsEvidence skipped => this["{0} reviews in a row passed by", skipped.Count],
        ForecastEvidence course => Headline(rule, course),
        _ => Name(rule),
    };

    /// <summary>The numbers behind it.</summary>
    public string Describe(PromptRule rule, PromptEvidence promptEvidence, DateOnly today) => promptEvidence switch
    {
        MissedMilestoneEvidence { Open: 0 } missed => this["No open task leads to it, and it is not marked as reached, {0} after its date.{1}", Days(today.DayNumber - missed.Date.DayNumber), Others(missed)],
        MissedMilestoneEvidence missed => this["{0} after its date, {1} still open: {2} of work.{3}",
            Days(today.DayNumber - missed.Date.DayNumber), Count(missed.Open, "{0} task that leads there is", "{0} tasks that lead there are"), Minutes(missed.OpenMinutes), Others(missed)],
        OvercommitmentEvidence week => this["{0} are placed in it, and {1} fit.{2}{3}", Minutes(week.Load), Minutes(week.Capacity),
            week.Weeks > 1 ? " " + this["So it is in {0} of the next {1} weeks.", week.Weeks, RuleContext.WeeksAhead] : "", week.Goal is { } goal ? " " + this["Most of it is for “{0}”.", goal] : ""],
        ConfidenceEvidence { Previous: { Count: > 1 } before } sure => this["How sure you were to make {0}: {1} %, then {2} %, and {3} % on {4}.", sure.Target, before[1], before[0], sure.Latest, sure.AnsweredOn],
        ConfidenceEvidence sure => this["On {0} you gave {1} % to making {2}; from your pace and what is left, the forecast gives {3} %.", sure.AnsweredOn, sure.Latest, sure.Target, sure.Chance ?? 0],
        AttentionDriftEvidence drift => string.Join(" ", new[]
        {
            drift.Overserved is { } much ? this["{0} took {1} % of your time in four weeks and {2} % in twelve; you want {3} %.", much.Name, much.RecentShare, much.LongTermShare, much.WantedShare] : null,
            drift.Underserved is { } little ? this["{0} got {1} % and {2} %, where you want {3} %.", little.Name, little.RecentShare, little.LongTermShare, little.WantedShare] : null,
            drift.PausedAreas is { Count: > 0 } resting ? this["{0} is left out, as it rests.", string.Join(", ", resting)] : null,
        }.OfType<string>()),
        TooManyGoalsEvidence many => this["That is {0} a week for each of them, if you share it evenly.", Minutes(many.MinutesPerGoal)],
        EarlyFinishEvidence { ExpectedOn: null } early => this["All {0} done, {1} before the target of {2}.", Count(early.Done, "{0} task is", "{0} tasks are"), Days(early.DaysEarly), early.Target],
        EarlyFinishEvidence early => this["Even a slow run ends on {0}, and the target is {1}.", early.ExpectedOn!.Value, early.Target],
        TripwireEvidence tripwireEvidence => string.Join(" ", new[]
        {
            tripwireEvidence.FailedOn is { } failed ? this["On {0} you said that it does not hold: “{1}”.", failed, tripwireEvidence.Premise] : this["For {0} you wanted to see this: “{1}”.", tripwireEvidence.CheckOn, tripwireEvidence.Test],
            tripwireEvidence.FallbackPlan is { } otherwise ? this["If not, you planned: “{0}”.", otherwise] : null,
        }.OfType<string>()),
        DirectionChangeEvidence changed => Changed(changed),
        SkippedReviewsEvidence { LastCompletedOn: { } done } skipped => this["Since {0} none was completed; the last one was on {1}. Time off is not counted.", skipped.FirstSkippedOn, done],
        SkippedReviewsEvidence skipped => this["Since {0} none was completed. Time off is not counted.", skipped.FirstSkippedOn],
        ForecastEvidence course => Describe(rule, course),
        _ => "",
    };

    /// <summary>Why it matters.</summary>
    public string WhyItMatters(PromptRule rule) => rule switch
    {
        PromptRule.OffCourse => this["A date that is moved early costs little; one that is missed costs trust in the plan."],
        PromptRule.Drifting => this["There is still room to choose: a little less work or a little more time now keeps the date."],
        PromptRule.Stalled => this["Goals rarely end by a decision; they fade. Deciding, either way, frees your head."],
        PromptRule.MilestoneMissed => this["What comes after it waits. A smaller step, or a new date, gets the line moving."],
        PromptRule.NoNextStep => this["A goal without a next step stays a wish. Ten minutes' worth of one is enough."],
        PromptRule.EstimateMissing or PromptRule.NoPlan => this["With rough estimates the forecast can tell you early whether the date holds."],
        PromptRule.Overcommitted => this["A week that cannot hold its plan decides for you what is left undone."],
        PromptRule.FallingConfidence => this["You may know something that the plan does not say yet. Put it in, and both will agree."],
        PromptRule.AttentionDrift => this["Time is the vote that counts. Either the weeks or the wish may change."],
        PromptRule.TooManyGoals => this["What runs side by side finishes late together. Letting one rest is not giving it up."],
        PromptRule.DoneEarly => this["Well done. Close it and enjoy it, or aim a little higher while it goes well."],
        PromptRule.TripwireReached => this["You asked for this in a calm moment, so that you would not have to argue with yourself today."],
        PromptRule.DirectionChanged => this["Goals are there to serve the direction. A quick look tells which still do."],
        _ => this["Seven minutes are enough, and a short review counts fully. Another day or hour may suit you better."],
    };

    private string Headline(PromptRule rule, ForecastEvidence course) => rule switch
    {
        PromptRule.OffCourse when course.P50 is { } p50 => this["Expected {0} after the target", Days(p50.DayNumber - course.Target.DayNumber)],
        PromptRule.Drifting when course.P80 is { } p80 => this["A slow run ends {0} after the target", Days(p80.DayNumber - course.Target.DayNumber)],
        PromptRule.Stalled => this["Quiet for {0}", Days(course.IdleDays)],
        PromptRule.NoNextStep => this["What is the next step?"],
        PromptRule.EstimateMissing when course.Unestimated < course.Open => this["{0} of {1} open tasks have no estimate", course.Unestimated, course.Open],
        PromptRule.EstimateMissing => this["How long will it take?"],
        _ => Name(rule),
    };

    private string Describe(PromptRule rule, ForecastEvidence course) => rule switch
    {
        PromptRule.OffCourse => this["{0} are left at {1} a week: it is expected on {2}, and the target is {3}.{4}", Minutes(course.OpenMinutes), Minutes(course.PaceMinutes), course.P50!, course.Target, Chance(course)],
        PromptRule.Drifting => this["{0} are left at {1} a week: more likely in time than not, but one run in five ends after {2}, and the target is {3}.{4}", Minutes(course.OpenMinutes), Minutes(course.PaceMinutes), course.P80!, course.Target, Chance(course)],
        PromptRule.Stalled => this["Nothing was ticked, logged or checked in for {0}. Is it still what you want, and what would get it moving?", Days(course.IdleDays)],
        PromptRule.NoNextStep when course.Done > 0 => this["{0} done, and none is open. Is it reached, or what comes next?", Count(course.Done, "{0} task is", "{0} tasks are")],
        PromptRule.NoNextStep => this["There is no open task, and the target is {0}.", course.Target],
        PromptRule.EstimateMissing when course.Unestimated < course.Open => this["The forecast knows only of {0}, and the target is {1}.", Minutes(course.OpenMinutes), course.Target],
        PromptRule.EstimateMissing when course.Open > 0 => this["{0}, none with an estimate, so nobody can say when it will be done. The target is {1}.", Count(course.Open, "{0} task is open", "{0} tasks are open"), course.Target],
        _ => this["No open task of this goal has an estimate, so nobody can say when it will be done."],
    };

    private string Chance(ForecastEvidence course) => course.Chance is { } chance ? " " + this["The chance to make it is {0}.", Chance(chance / 100d)] : "";

    private string Others(MissedMilestoneEvidence missed) => missed.Others == 0 ? "" : " " + Count(missed.Others, "{0} more milestone has passed.", "{0} more milestones have passed.");

    private string Changed(DirectionChangeEvidence changed)
    {
        var titles = string.Join(", ", (changed.AffectedGoals ?? []).Select(affectedGoal => $"“{affectedGoal.Title}”"));
        var goals = changed.GoalCount > (changed.AffectedGoals?.Count ?? 0) ? this["{0} and {1} more", titles, changed.GoalCount - (changed.AffectedGoals?.Count ?? 0)] : titles;
        return changed.Part switch
        {
            DirectionPart.FocusArea => this["The focus area “{0}” changed on {1}. Set before, and not looked at since: {2}.", changed.Name ?? "", changed.ChangedOn, goals],
            DirectionPart.Aspiration => this["The aspiration “{0}” changed on {1}. Set before, and not looked at since: {2}.", changed.Name ?? "", changed.ChangedOn, goals],
            _ => this["Your statement changed on {0}. Set before, and not looked at since: {1}.", changed.ChangedOn, goals],
        };
    }

    private string Days(int days) => Count(days, "{0} day", "{0} days");
}
