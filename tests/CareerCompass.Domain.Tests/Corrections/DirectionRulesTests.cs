using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Tests.Corrections;

public class DirectionRulesTests
{
    private static readonly AttentionBreakdown.FocusAreaShare Craft = RuleContexts.Area("Craft", 50);
    private static readonly AttentionBreakdown.FocusAreaShare People = RuleContexts.Area("People", 50);

    [Fact]
    public void Attention_drifts_when_four_and_twelve_weeks_tell_the_same()
    {
        var told = Spent((Craft, -3, 300), (People, -3, 100), (Craft, -40, 300), (People, -40, 200))
            .Tell<AttentionDriftEvidence>(PromptRule.AttentionDrift);

        Assert.Equal(new AttentionDriftEvidence.DriftingArea(Craft.Id, "Craft", 50, 75, 67, true), told.Overserved);
        Assert.Equal(new AttentionDriftEvidence.DriftingArea(People.Id, "People", 50, 25, 33, true), told.Underserved);
        Assert.Null(told.PausedAreas);
    }

    [Fact]
    public void A_busy_month_is_no_drift_nor_is_one_that_is_made_up_for()
    {
        Assert.Null(
            Spent((Craft, -3, 300), (People, -3, 100), (Craft, -40, 200), (People, -40, 400))
                .Find(PromptRule.AttentionDrift)
        );
        Assert.Null(Spent((Craft, -3, 200), (People, -3, 200), (Craft, -40, 900)).Find(PromptRule.AttentionDrift));
    }

    [Fact]
    public void From_a_few_hours_no_shares_are_told()
    {
        Assert.Null(Spent((Craft, -3, 119), (Craft, -40, 900)).Find(PromptRule.AttentionDrift));
        Assert.Null(Spent((Craft, -3, 120), (Craft, -40, 200)).Find(PromptRule.AttentionDrift));
        Assert.NotNull(Spent((Craft, -3, 120), (Craft, -40, 240)).Find(PromptRule.AttentionDrift));
    }

    [Fact]
    public void An_area_whose_goals_all_rest_is_left_out()
    {
        var (craft, people) = (RuleContexts.OnCourse(), RuleContexts.OnCourse().Paused());
        var voice = RuleContexts.Area("Voice", 0);
        var ruleContext = RuleContexts.Of(craft, people) with
        {
            FocusAreaShares = [Craft, People, voice],
            GoalAlignments =
            [
                new(craft.Facts.Id, Craft.Id, null, false, null),
                new(people.Facts.Id, People.Id, null, false, null),
            ],
            AreaTimeEntries = [new(Craft.Id, Sample.Today.AddDays(-3), 600)],
        };

        Assert.Null(ruleContext.Find(PromptRule.AttentionDrift));
        Assert.Equal(
            ["People"],
            (ruleContext with { FocusAreaShares = [Craft, People, voice with { Share = 50 }] })
                .Tell<AttentionDriftEvidence>(PromptRule.AttentionDrift)
                .PausedAreas!
        );
        Assert.NotNull(
            (
                ruleContext with
                {
                    GoalStatuses =
                    [
                        craft,
                        RuleContexts.OnCourse() with
                        {
                            Facts = people.Facts with { State = Domain.Goals.GoalState.Active },
                        },
                    ],
                }
            ).Find(PromptRule.AttentionDrift)
        );
    }

    [Fact]
    public void An_area_without_a_goal_says_so()
    {
        var ruleContext = Spent((Craft, -3, 600)) with { GoalAlignments = [] };

        Assert.False(ruleContext.Tell<AttentionDriftEvidence>(PromptRule.AttentionDrift).Underserved!.HasGoal);
    }

    [Fact]
    public void A_changed_statement_asks_whether_the_goals_set_before_still_fit()
    {
        var (one, two) = (Old(), Old());

        var told = Changed(
                new(DirectionPart.Statement, null, null, Sample.Now.AddDays(-3), Sample.Today.AddDays(-3)),
                (one, null),
                (two, null)
            )
            .Tell<DirectionChangeEvidence>(PromptRule.DirectionChanged);

        Assert.Equal(
            (DirectionPart.Statement, Sample.Today.AddDays(-3), 2),
            (told.Part, told.ChangedOn, told.GoalCount)
        );
        Assert.Equal([one.Facts.Id, two.Facts.Id], told.AffectedGoals!.Select(affectedGoal => affectedGoal.Id));
    }

    [Fact]
    public void A_goal_that_was_looked_at_since_or_set_since_is_not_asked_about()
    {
        var change = new RuleContext.DirectionChange(
            DirectionPart.Statement,
            null,
            null,
            Sample.Now.AddDays(-3),
            Sample.Today.AddDays(-3)
        );

        Assert.Null(Changed(change, (Old(), Sample.Now.AddDays(-2))).Find(PromptRule.DirectionChanged));
        Assert.NotNull(Changed(change, (Old(), Sample.Now.AddDays(-4))).Find(PromptRule.DirectionChanged));
        Assert.Null(
            Changed(
                    change,
                    (
                        RuleContexts.OnCourse() with
                        {
                            Facts = Old().Facts with { StartedOn = Sample.Today.AddDays(-3) },
                        },
                        null
                    )
                )
                .Find(PromptRule.DirectionChanged)
        );
        Assert.Null(Changed(change, (Old().Paused(), null)).Find(PromptRule.DirectionChanged));
    }

    [Fact]
    public void A_changed_area_or_aspiration_asks_about_its_own_goals_only()
    {
        var (craft, other) = (Old(), Old());
        var ruleContext = RuleContexts.Of(craft, other) with
        {
            GoalAlignments =
            [
                new(craft.Facts.Id, Craft.Id, People.Id, false, null),
                new(other.Facts.Id, null, null, false, null),
            ],
            DirectionChanges =
            [
                new(DirectionPart.FocusArea, Craft.Id, "Craft", Sample.Now.AddDays(-3), Sample.Today.AddDays(-3)),
            ],
        };

        Assert.Equal(
            (1, "Craft"),
            (
                ruleContext.Tell<DirectionChangeEvidence>(PromptRule.DirectionChanged).GoalCount,
                ruleContext.Tell<DirectionChangeEvidence>(PromptRule.DirectionChanged).Name
            )
        );
        var aspiration = ruleContext with
        {
            DirectionChanges =
            [
                new(DirectionPart.Aspiration, People.Id, "A home", Sample.Now.AddDays(-3), Sample.Today.AddDays(-3)),
            ],
        };
        Assert.Equal(
            craft.Facts.Id,
            Assert.Single(aspiration.Tell<DirectionChangeEvidence>(PromptRule.DirectionChanged).AffectedGoals!).Id
        );
        Assert.Null(
            (
                ruleContext with
                {
                    DirectionChanges =
                    [
                        new(
                            DirectionPart.FocusArea,
                            People.Id,
                            "People",
                            Sample.Now.AddDays(-3),
                            Sample.Today.AddDays(-3)
                        ),
                    ],
                }
            ).Find(PromptRule.DirectionChanged)
        );
    }

    private static GoalStatus Old() => RuleContexts.OnCourse();

    private static RuleContext Changed(
        RuleContext.DirectionChange change,
        params (GoalStatus Standing, DateTime? LookedAt)[] goals
    ) =>
        RuleContexts.Of([.. goals.Select(goal => goal.Standing)]) with
        {
            GoalAlignments =
            [
                .. goals.Select(goal => new RuleContext.GoalAlignment(
                    goal.Standing.Facts.Id,
                    null,
                    null,
                    false,
                    goal.LookedAt
                )),
            ],
            DirectionChanges = [change],
        };

    private static RuleContext Spent(params (AttentionBreakdown.FocusAreaShare Area, int Day, int Minutes)[] spent)
    {
        var (craft, people) = (RuleContexts.OnCourse(), RuleContexts.OnCourse());
        return RuleContexts.Of(craft, people) with
        {
            FocusAreaShares = [Craft, People],
            GoalAlignments =
            [
                new(craft.Facts.Id, Craft.Id, null, false, null),
                new(people.Facts.Id, People.Id, null, false, null),
            ],
            AreaTimeEntries =
            [
                .. spent.Select(row => new AttentionBreakdown.AreaTimeEntry(
                    row.Area.Id,
                    Sample.Today.AddDays(row.Day),
                    row.Minutes
                )),
            ],
        };
    }
}
