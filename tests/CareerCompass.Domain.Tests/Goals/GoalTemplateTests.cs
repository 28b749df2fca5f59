using CareerCompass.Domain.Goals;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Goals;

public class GoalTemplateTests
{
    /// <summary>Milestone offsets in days, extra length after the last, and the days available.</summary>
    private static readonly Gen<(List<int> Offsets, int More, int Days)> Plans = Gen.Choose(1, 700)
        .ListOf()
        .Zip(Gen.Choose(0, 200))
        .Zip(Gen.Choose(1, 3000))
        .Select(plan => (plan.Item1.Item1.Order().ToList(), plan.Item1.Item2, plan.Item2));

    [Theory]
    [InlineData("2026-06-03", "2026-07-01", "2026-08-26")]
    [InlineData("2026-12-31", "2027-01-28", "2027-03-25")]
    [InlineData("2028-02-01", "2028-02-29", "2028-04-25")]
    public void Without_another_wish_each_date_is_so_many_weeks_after_the_start(string start, string first, string last)
    {
        var (template, day) = (Sample.Template(), DateOnly.Parse(start));
        var goal = new Goal(Guid.CreateVersion7(), "Speak in public", null, null, template.TargetFrom(day), day);
        template.ApplyTo(goal, day);

        Assert.Equal([DateOnly.Parse(first), DateOnly.Parse(last)], goal.UntrashedMilestones.Select(stop => stop.Date));
        Assert.Equal(goal.Target, goal.UntrashedMilestones.Last().Date);
    }

    [Fact]
    public void Another_target_moves_the_dates_in_proportion()
    {
        var goal = Sample.Goal(Sample.Today.AddDays(42));
        Sample.Template().ApplyTo(goal, Sample.Today);

        Assert.Equal(
            [Sample.Today.AddDays(14), Sample.Today.AddDays(42)],
            goal.UntrashedMilestones.Select(stop => stop.Date)
        );
    }

    [Fact]
    public void Tasks_keep_their_order_their_milestones_and_what_they_wait_for()
    {
        var goal = Sample.Goal();
        var order = Assert.Single(Sample.Template().ApplyTo(goal, Sample.Today).Dependencies);

        Assert.Equal(["Find a club", "Visit it", "Give a talk"], goal.UntrashedTasks.Select(task => task.Title));
        Assert.Equal([30, null, 90], goal.UntrashedTasks.Select(task => task.Estimate));
        var (first, last) = (goal.UntrashedMilestones.First().Id, goal.UntrashedMilestones.Last().Id);
        Assert.Equal([first, null, last], goal.UntrashedTasks.Select(task => task.MilestoneId));
        Assert.Equal((goal.Tasks[2].Id, goal.Tasks[0].Id), (order.TaskId, order.DependsOnId));
        Assert.Equal("Slowly", goal.Tasks[2].Notes);
    }

    [Fact]
    public void However_it_is_stretched_the_order_holds_and_nothing_lies_outside() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Plans.ToArbitrary(), plan =>
            {
                var length = plan.Offsets.Append(1).Max() + plan.More;
                var template = Sample.Template() with
                {
                    Weeks = length / 7,
                    Days = length % 7,
                    Tasks = [],
                    Milestones =
                    [
                        .. plan.Offsets.Select(
                            (offset, at) => new GoalTemplate.TemplateMilestone($"{at}", offset / 7, offset % 7)
                        ),
                        new GoalTemplate.TemplateMilestone("End", length / 7, length % 7),
                    ],
                };
                var target = Sample.Today.AddDays(plan.Days);
                var goal = Sample.Goal(target);
                template.ApplyTo(goal, Sample.Today);

                var dates = goal.Milestones.Select(stop => stop.Date).ToList();
                Assert.Equal(dates.Order(), dates);
                Assert.All(dates, date => Assert.InRange(date, Sample.Today.AddDays(1), target));
                Assert.Equal(target, dates[^1]);

                var same = Sample.Goal(template.TargetFrom(Sample.Today));
                template.ApplyTo(same, Sample.Today);
                Assert.Equal(
                    template.Milestones.Select(templateMilestone => Sample.Today.AddDays(templateMilestone.Offset)),
                    same.Milestones.Select(stop => stop.Date)
                );
            }));

    [Theory]
    [InlineData("""{ "title": " ", "goal": "G", "weeks": 2 }""", "title has no text")]
    [InlineData("""{ "title": "T", "goal": "G" }""", "weeks is 0 but must be between 1 and 520")]
    [InlineData("""{ "title": "T", "goal": "G", "weeks": 521 }""", "weeks is 521 but must be between 1 and 520")]
    [InlineData(
        """{ "title": "T", "goal": "G", "weeks": 2000000000 }""",
        "weeks is 2000000000 but must be between 1 and 520"
    )]
    [InlineData(
        """{ "title": "T", "goal": "G", "weeks": 2, "hoursAWeek": 0 }""",
        "hoursAWeek is 0 but must be more than 0 and at most 100"
    )]
    [InlineData("""{ "title": "T", "goal": "G", "weeks": 2, "milestones": [null] }""", "milestone 1 is empty")]
    [InlineData(
        """{ "title": "T", "goal": "G", "weeks": 2, "milestones": [{ "title": "M", "week": 3 }] }""",
        "milestone 1 is in week 3, which is not between the start and week 2"
    )]
    [InlineData(
        """{ "title": "T", "goal": "G", "weeks": 2, "milestones": [{ "title": "M", "week": 2 }, { "title": "N", "week": 1 }] }""",
        "milestone 2 is in week 1, before the milestone listed above it"
    )]
    [InlineData("""{ "title": "T", "goal": "G", "weeks": 2, "tasks": [{ "minutes": 30 }] }""", "task 1 has no text")]
    [InlineData(
        """{ "title": "T", "goal": "G", "weeks": 2, "tasks": [{ "title": "A", "minutes": 60001 }] }""",
        "task 1 takes 60001 minutes, which is not between 1 and 60000"
    )]
    [InlineData(
        """{ "title": "T", "goal": "G", "weeks": 2, "tasks": [{ "title": "A", "milestone": 1 }] }""",
        "task 1 leads to milestone 1, but there are only 0"
    )]
    [InlineData(
        """{ "title": "T", "goal": "G", "weeks": 2, "tasks": [{ "title": "A", "after": [1] }] }""",
        "task 1 comes after task 1, which is not listed above it"
    )]
    public void What_is_wrong_is_named(string json, string problem) =>
        Assert.Equal([problem], GoalTemplate.FromJson(json).Validate());

    [Fact]
    public void What_is_written_is_read_back_and_has_no_problems()
    {
        var template = Sample.Template();
        Assert.Empty(template.Validate());
        Assert.Equal(template.ToJson(), GoalTemplate.FromJson(template.ToJson()).ToJson());
        Assert.Empty(
            (
                GoalTemplate.FromJson("""{ "title": "T", "goal": "G", "weeks": 2, "milestones": null, "why": null }""")
            ).Validate()
        );
    }

    [Fact]
    public void A_field_that_no_template_has_is_refused() =>
        Assert.Contains(
            "milestnes",
            Assert
                .Throws<System.Text.Json.JsonException>(() =>
                    GoalTemplate.FromJson("""{ "title": "T", "milestnes": [] }""")
                )
                .Message
        );
}
