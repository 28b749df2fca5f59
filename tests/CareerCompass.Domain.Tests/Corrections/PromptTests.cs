using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Tests.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

public class PromptTests
{
    private static readonly Guid Owner = Guid.CreateVersion7();
    private static readonly Guid Goal = Guid.CreateVersion7();

    private readonly List<Prompt> prompts = [];

    [Fact]
    public void A_prompt_tells_the_numbers_as_they_stood()
    {
        var goalStatus = Forecasters.Plain.Evaluate(GoalFactsBuilder.Of(openMinutes: 6_000));
        var prompt = Assert.Single(
            Prompt.Evaluate(Owner, RuleContexts.Of(goalStatus).EvaluateRules(), [], Sample.Today, Sample.Now)
        );

        Assert.Equal(
            (Owner, goalStatus.Facts.Id, Sample.Today, Sample.Now),
            (prompt.OwnerId, prompt.GoalId!.Value, prompt.QuietFrom, prompt.RaisedAt)
        );
        Assert.Equal((PromptRule.OffCourse, PromptState.Open), (prompt.Rule, prompt.State));
        Assert.Equal(GoalStatusRules.EvidenceFor(goalStatus), prompt.Evidence);
        Assert.Equal((6_000, 300), (prompt.ForecastEvidence.OpenMinutes, prompt.ForecastEvidence.PaceMinutes));
    }

    [Fact]
    public void Numbers_that_an_older_row_lacks_are_none_and_those_it_has_too_many_are_passed_over()
    {
        const string Older =
            """{"Target":"2026-09-09","P50":null,"P80":null,"OpenMinutes":60,"PaceMinutes":30,"IdleDays":4,"Mood":"sunny"}""";

        Assert.Equal(
            new ForecastEvidence(new(2026, 9, 9), null, null, 60, 30, 4),
            PromptEvidence.FromJson(PromptRule.NoPlan, Older)
        );
        foreach (var rule in Enum.GetValues<PromptRule>())
        {
            Assert.NotNull(PromptEvidence.FromJson(rule, "{}"));
            Assert.NotNull(PromptEvidence.FromJson(rule, ""));
        }
    }

    [Fact]
    public void Every_rule_has_a_place_among_the_others_and_keeps_quiet_for_longer_once_declined()
    {
        foreach (var rule in Enum.GetValues<PromptRule>())
        {
            Assert.True(rule.Rank() >= 0);
            Assert.InRange(rule.QuietDays(), 7, 56);
            Assert.True(rule.QuietDaysAfterDecline() >= 2 * rule.QuietDays() && rule.QuietDaysAfterDecline() >= 28);
        }
    }

    [Fact]
    public void The_same_rule_says_nothing_more_about_the_same_thing_in_its_quiet_period()
    {
        Look(0, PromptRule.Stalled);
        Look(3);
        Assert.Equal((PromptState.Withdrawn, Sample.Now.AddDays(3)), (prompts[0].State, prompts[0].ClosedAt));

        Assert.Empty(Look(13, PromptRule.Stalled));
        Assert.Single(Look(14, PromptRule.Stalled));
        Assert.Empty(Look(15, PromptRule.Stalled));
    }

    [Fact]
    public void A_row_from_before_there_was_an_end_of_the_quiet_period_keeps_quiet_as_it_did()
    {
        Look(0, PromptRule.Stalled);
        typeof(Prompt).GetProperty(nameof(Prompt.QuietUntil))!.SetValue(prompts[0], null);
        Look(1);

        Assert.Empty(Look(13, PromptRule.Stalled));
        Assert.Single(Look(14, PromptRule.Stalled));
    }

    [Fact]
    public void A_prompt_that_is_still_open_is_not_raised_twice()
    {
        Look(0, PromptRule.Stalled);

        Assert.Empty(Look(60, PromptRule.Stalled));
        Assert.Equal(PromptState.Open, prompts[0].State);
    }

    [Fact]
    public void Another_rule_another_goal_and_another_milestone_speak_up_in_the_quiet_period()
    {
        Look(0, PromptRule.MilestoneMissed);

        Assert.Single(Look(1, PromptRule.MilestoneMissed, PromptRule.Drifting));
        Assert.Single(Raise(2, new RuleFinding(PromptRule.MilestoneMissed, Guid.CreateVersion7(), Numbers)));
        Assert.Single(Raise(2, new RuleFinding(PromptRule.MilestoneMissed, Goal, Numbers, Guid.CreateVersion7())));
    }

    [Fact]
    public void A_declined_prompt_keeps_its_reason_and_twice_the_quiet()
    {
        Look(0, PromptRule.TooManyGoals);
        prompts[0]
            .Decline(
                DeclineReason.RiskAccepted,
                "  It is a short sprint ",
                Sample.Today.AddDays(5),
                Sample.Now.AddDays(5)
            );

        Assert.Equal(
            (PromptState.Declined, DeclineReason.RiskAccepted, "It is a short sprint"),
            (prompts[0].State, prompts[0].DeclineReason, prompts[0].Reason)
        );
        Assert.Empty(Look(5 + 83, PromptRule.TooManyGoals));
        Assert.Single(Look(5 + 84, PromptRule.TooManyGoals));
        Assert.Equal(PromptState.Declined, prompts[0].State);
        Assert.Throws<DomainRuleException>(() => prompts[0].Decline(null, null, Sample.Today, Sample.Now));
        Sample.Refused("Reason", () => prompts[^1].Decline(null, new string('r', 501), Sample.Today, Sample.Now));
    }

    [Fact]
    public void A_snoozed_prompt_comes_back_on_its_day_if_it_is_still_so()
    {
        Look(0, PromptRule.Stalled);
        prompts[0].Snooze(Sample.Today.AddDays(30), Sample.Today);

        Assert.Empty(Look(29, PromptRule.Stalled));
        Assert.Equal(PromptState.Snoozed, prompts[0].State);
        Assert.Empty(Look(30, PromptRule.Stalled));
        Assert.Equal((PromptState.Open, null), (prompts[0].State, prompts[0].SnoozedUntil));
    }

    [Fact]
    public void A_snoozed_prompt_is_withdrawn_when_its_reason_is_gone()
    {
        Look(0, PromptRule.Stalled);
        prompts[0].Snooze(Sample.Today.AddDays(30), Sample.Today);
        Look(10);

        Assert.Equal(PromptState.Withdrawn, prompts[0].State);
    }

    [Fact]
    public void A_prompt_is_put_off_until_a_day_ahead_within_a_year()
    {
        Look(0, PromptRule.Stalled);

        Sample.Refused("Until", () => prompts[0].Snooze(Sample.Today, Sample.Today));
        Sample.Refused("Until", () => prompts[0].Snooze(Sample.Today.AddDays(366), Sample.Today));
        prompts[0].Snooze(Sample.Today.AddDays(365), Sample.Today);
        prompts[0].Snooze(Sample.Today.AddDays(1), Sample.Today);
        prompts[0].Reopen();
        Assert.Equal((PromptState.Open, null), (prompts[0].State, prompts[0].SnoozedUntil));
    }

    [Fact]
    public void What_was_declined_by_mistake_waits_again()
    {
        Look(0, PromptRule.Stalled);
        prompts[0].Decline(DeclineReason.NotNow, "Busy", Sample.Today, Sample.Now);
        prompts[0].Reopen();

        Assert.Equal(
            (PromptState.Open, null, null, null),
            (prompts[0].State, prompts[0].DeclineReason, prompts[0].Reason, prompts[0].ClosedAt)
        );
        Assert.Empty(Look(1, PromptRule.Stalled));
    }

    [Fact]
    public void A_correction_answers_a_prompt_and_starts_its_quiet_anew()
    {
        Look(0, PromptRule.OffCourse);
        var correction = Sample.Goal().Retire(Sample.Reason, Sample.Today.AddDays(10), Sample.Now.AddDays(10));
        prompts[0].AnswerWith(correction, Sample.Now.AddDays(10));
        prompts[0].AnswerWith(Sample.Goal().Retire(Sample.Reason, Sample.Today, Sample.Now), Sample.Now.AddDays(11));

        Assert.Equal((PromptState.Answered, Sample.Now.AddDays(10)), (prompts[0].State, prompts[0].ClosedAt));
        Assert.Equal(prompts[0].Id, correction.PromptId);
        Assert.Empty(Look(23, PromptRule.OffCourse));
        Assert.Single(Look(24, PromptRule.OffCourse));
    }

    [Fact]
    public void On_a_day_off_nothing_new_is_asked_but_what_is_over_goes()
    {
        Look(0, PromptRule.Stalled);

        Assert.Empty(
            Prompt.Evaluate(
                Owner,
                [Find(PromptRule.OffCourse)],
                prompts,
                Sample.Today.AddDays(1),
                Sample.Now,
                isDayOff: true
            )
        );
        Assert.Equal(PromptState.Withdrawn, prompts[0].State);
    }

    [Fact]
    public void An_open_prompt_about_the_person_learns_newer_numbers()
    {
        Raise(0, new RuleFinding(PromptRule.TooManyGoals, null, new TooManyGoalsEvidence(6, 300)));
        Raise(1, new RuleFinding(PromptRule.TooManyGoals, null, new TooManyGoalsEvidence(7, 300)));

        Assert.Equal(new TooManyGoalsEvidence(7, 300), Assert.Single(prompts).Evidence);
    }

    [Fact]
    public void A_finding_that_only_keeps_raises_nothing_and_withdraws_nothing()
    {
        Assert.Empty(Raise(0, Find(PromptRule.TripwireReached) with { CanRaisePrompt = false }));
        Look(1, PromptRule.TripwireReached);
        Raise(9, Find(PromptRule.TripwireReached) with { CanRaisePrompt = false });

        Assert.Equal(PromptState.Open, Assert.Single(prompts).State);
    }

    private static readonly ForecastEvidence Numbers = new(GoalFactsBuilder.Target, null, null, 60, 30, 0);

    private static RuleFinding Find(PromptRule rule) => new(rule, Goal, Numbers);

    private IReadOnlyList<Prompt> Look(int day, params PromptRule[] rules) => Raise(day, [.. rules.Select(Find)]);

    private IReadOnlyList<Prompt> Raise(int day, params RuleFinding[] ruleFindings)
    {
        var raised = Prompt.Evaluate(Owner, ruleFindings, prompts, Sample.Today.AddDays(day), Sample.Now.AddDays(day));
        prompts.AddRange(raised);
        return raised;
    }
}
