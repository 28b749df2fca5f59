using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Tests.Corrections;

public class PlanRulesTests
{
    private static readonly DateOnly Monday = IsoWeek.Monday(Sample.Today);

    [Fact]
    public void A_milestone_is_missed_once_its_date_has_passed_without_it()
    {
        var goalStatus = RuleContexts.OnCourse();
        var stop = Guid.CreateVersion7();
        var ruleContext = RuleContexts.Of(goalStatus) with
        {
            PassedMilestones = [new(goalStatus.Facts.Id, stop, "Portfolio", Sample.Today.AddDays(-3), 2, 180, 4)],
        };

        Assert.Equal(
            new MissedMilestoneEvidence(stop, "Portfolio", Sample.Today.AddDays(-3), 2, 180, 0),
            ruleContext.Tell<MissedMilestoneEvidence>(PromptRule.MilestoneMissed)
        );
        Assert.Equal(
            (goalStatus.Facts.Id, stop),
            (
                ruleContext.Find(PromptRule.MilestoneMissed)!.GoalId,
                ruleContext.Find(PromptRule.MilestoneMissed)!.SubjectId
            )
        );
    }

    [Fact]
    public void Of_several_missed_milestones_of_a_goal_the_earliest_speaks_for_all()
    {
        var goalStatus = RuleContexts.OnCourse();
        RuleContext.PassedMilestone Stop(string title, int day) =>
            new(goalStatus.Facts.Id, Guid.CreateVersion7(), title, Sample.Today.AddDays(day), 1, 60, 0);

        var told = (
            RuleContexts.Of(goalStatus) with
            {
                PassedMilestones = [Stop("Second", -3), Stop("First", -9), Stop("Third", -1)],
            }
        ).Tell<MissedMilestoneEvidence>(PromptRule.MilestoneMissed);

        Assert.Equal(("First", 2), (told.Title, told.Others));
    }

    [Fact]
    public void A_milestone_whose_tasks_are_all_done_is_not_missed()
    {
        var goalStatus = RuleContexts.OnCourse();

        Assert.Null(
            (
                RuleContexts.Of(goalStatus) with
                {
                    PassedMilestones =
                    [
                        new(goalStatus.Facts.Id, Guid.CreateVersion7(), "Portfolio", Sample.Today.AddDays(-3), 0, 0, 4),
                    ],
                }
            ).Find(PromptRule.MilestoneMissed)
        );
        Assert.NotNull(
            (
                RuleContexts.Of(goalStatus) with
                {
                    PassedMilestones =
                    [
                        new(goalStatus.Facts.Id, Guid.CreateVersion7(), "Portfolio", Sample.Today.AddDays(-3), 0, 0, 0),
                    ],
                }
            ).Find(PromptRule.MilestoneMissed)
        );
    }

    [Fact]
    public void A_milestone_is_not_missed_in_a_pause_nor_while_one_was_away_ever_since()
    {
        var goalStatus = RuleContexts.OnCourse();
        var ruleContext = RuleContexts.Of(goalStatus) with
        {
            PassedMilestones =
            [
                new(goalStatus.Facts.Id, Guid.CreateVersion7(), "Portfolio", Sample.Today.AddDays(-3), 2, 180, 4),
            ],
        };

        Assert.Null(ruleContext.Off(-5, 0).Find(PromptRule.MilestoneMissed));
        Assert.NotNull(ruleContext.Off(-5, -1).Find(PromptRule.MilestoneMissed));
        Assert.Null((ruleContext with { GoalStatuses = [goalStatus.Paused()] }).Find(PromptRule.MilestoneMissed));
    }

    [Fact]
    public void Overcommitted_when_a_week_ahead_holds_more_than_fits()
    {
        var goalStatus = RuleContexts.OnCourse();
        var ruleContext = RuleContexts.Of(goalStatus) with
        {
            Loads =
            [
                new(Monday.AddDays(14), goalStatus.Facts.Id, 200),
                new(Monday.AddDays(7), goalStatus.Facts.Id, 330),
                new(Monday.AddDays(14), goalStatus.Facts.Id, 140),
            ],
        };

        var told = ruleContext.Tell<OvercommitmentEvidence>(PromptRule.Overcommitted);

        Assert.Equal(
            new OvercommitmentEvidence(Monday.AddDays(7), 330, 300, 2, goalStatus.Facts.Id, goalStatus.Facts.Title),
            told
        );
        Assert.Equal(30, told.ExcessMinutes);
        Assert.Null(ruleContext.Find(PromptRule.Overcommitted)!.GoalId);
    }

    [Theory]
    [InlineData(7, 329)]
    [InlineData(0, 900)]
    [InlineData(35, 900)]
    public void A_little_too_much_this_week_and_far_weeks_are_no_matter(int day, int minutes)
    {
        var goalStatus = RuleContexts.OnCourse();

        Assert.Null(
            (
                RuleContexts.Of(goalStatus) with
                {
                    Loads = [new(Monday.AddDays(day), goalStatus.Facts.Id, minutes)],
                }
            ).Find(PromptRule.Overcommitted)
        );
    }

    [Fact]
    public void Less_fits_in_a_week_with_days_off_and_what_rests_takes_nothing()
    {
        var goalStatus = RuleContexts.OnCourse();
        var ruleContext = RuleContexts.Of(goalStatus) with
        {
            Loads = [new(Monday.AddDays(7), goalStatus.Facts.Id, 290)],
        };
        Assert.Null(ruleContext.Find(PromptRule.Overcommitted));

        var away = ruleContext with
        {
            WorkCalendar = new WorkCalendar([new DaySpan(Monday.AddDays(7), Monday.AddDays(8))]),
        };
        Assert.Equal(
            (290, 210),
            (
                away.Tell<OvercommitmentEvidence>(PromptRule.Overcommitted).Load,
                away.Tell<OvercommitmentEvidence>(PromptRule.Overcommitted).Capacity
            )
        );
        Assert.Null((away with { GoalStatuses = [goalStatus.Paused()] }).Find(PromptRule.Overcommitted));
    }

    [Fact]
    public void A_tripwire_asks_on_its_day_and_not_before()
    {
        var goalStatus = RuleContexts.OnCourse();
        var wire = Guid.CreateVersion7();
        RuleContext On(int day, DateOnly? failed = null) =>
            RuleContexts.Of(goalStatus) with
            {
                Tripwires =
                [
                    new(
                        goalStatus.Facts.Id,
                        wire,
                        "They want me",
                        "One interview",
                        "Path B",
                        Sample.Today.AddDays(day),
                        failed
                    ),
                ],
            };

        Assert.Null(On(1).Find(PromptRule.TripwireReached));
        Assert.Equal(
            new TripwireEvidence(wire, "They want me", "One interview", "Path B", Sample.Today, null),
            On(0).Tell<TripwireEvidence>(PromptRule.TripwireReached)
        );
        Assert.True(On(0).Find(PromptRule.TripwireReached)!.CanRaisePrompt);
        Assert.Null((On(-1) with { GoalStatuses = [goalStatus.Paused()] }).Find(PromptRule.TripwireReached));
    }

    [Fact]
    public void A_tripwire_that_did_not_hold_asks_on_but_not_anew()
    {
        var goalStatus = RuleContexts.OnCourse();
        var ruleContext = RuleContexts.Of(goalStatus) with
        {
            Tripwires =
            [
                new(
                    goalStatus.Facts.Id,
                    Guid.CreateVersion7(),
                    "They want me",
                    "One interview",
                    null,
                    Sample.Today.AddDays(-9),
                    Sample.Today.AddDays(-8)
                ),
            ],
        };

        Assert.False(ruleContext.Find(PromptRule.TripwireReached)!.CanRaisePrompt);
        Assert.Equal(Sample.Today.AddDays(-8), ruleContext.Tell<TripwireEvidence>(PromptRule.TripwireReached).FailedOn);
    }
}
