using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Goals;

public class TemplateRecurringTaskTests
{
    /// <summary>Offset and length in days, further days of the template, and the days available.</summary>
    private static readonly Gen<(int Offset, int Length, int More, int Days)> Spans = Gen.Choose(0, 300)
        .Zip(Gen.Choose(1, 300))
        .Zip(Gen.Choose(0, 100))
        .Zip(Gen.Choose(1, 1500))
        .Select(span => (span.Item1.Item1.Item1, span.Item1.Item1.Item2, span.Item1.Item2, span.Item2));

    [Theory]
    [InlineData("""{ "title": "A", "every": "week", "on": "friday", "weeks": 10 }""", "FREQ=WEEKLY;BYDAY=FR", 10)]
    [InlineData("""{ "title": "A", "every": "Week" }""", "FREQ=WEEKLY;BYDAY=WE", 12)]
    [InlineData("""{ "title": "A", "every": "two weeks", "fromWeek": 2 }""", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", 5)]
    [InlineData("""{ "title": "A", "every": "month", "fromWeek": 4, "weeks": 8 }""", "FREQ=MONTHLY", 2)]
    [InlineData("""{ "title": "A", "every": "day", "days": 3 }""", "FREQ=DAILY", 3)]
    [InlineData("""{ "title": "A", "rule": "FREQ=WEEKLY;BYDAY=TU,TH" }""", "FREQ=WEEKLY;BYDAY=TU,TH", 24)]
    [InlineData("""{ "title": "A", "rule": "FREQ=MONTHLY;BYDAY=1MO" }""", "FREQ=MONTHLY;BYDAY=1MO", 2)]
    public void A_template_with_recurring_work_says_how_often_in_plain_words_or_as_a_rule(
        string recurring,
        string rule,
        int times
    )
    {
        var template = Template(recurring);
        var applied = template.ApplyTo(Sample.Goal(template.TargetFrom(Sample.Today)), Sample.Today);

        Assert.Empty(template.Validate());
        var recurringTask = Assert.Single(applied.RecurringTasks);
        Assert.Equal(rule, recurringTask.Rule);
        Assert.Equal(times, Dates(recurringTask).Count);
        Assert.Equal(Dates(recurringTask)[0], Assert.Single(applied.FirstOccurrences).DueOn);
    }

    [Theory]
    [InlineData("null", "recurring 1 is empty")]
    [InlineData("""{ "every": "week" }""", "recurring 1 has no text")]
    [InlineData("""{ "title": "A" }""", "recurring 1 has neither every nor a rule")]
    [InlineData("""{ "title": "A", "every": "week", "rule": "FREQ=DAILY" }""", "recurring 1 has both every and a rule")]
    [InlineData("""{ "title": "A", "on": "Friday", "rule": "FREQ=DAILY" }""", "recurring 1 has both on and a rule")]
    [InlineData(
        """{ "title": "A", "every": "fortnight" }""",
        "recurring 1 is every fortnight, which is none of day, week, two weeks, month"
    )]
    [InlineData("""{ "title": "A", "every": "week", "on": "5" }""", "recurring 1 is on 5, which is not a weekday")]
    [InlineData(
        """{ "title": "A", "every": "month", "on": "Friday" }""",
        "recurring 1 is on Friday, but only a week and two weeks have a weekday"
    )]
    [InlineData("""{ "title": "A", "rule": "weekly" }""", "recurring 1 has the rule weekly, which is not understood")]
    [InlineData(
        """{ "title": "A", "rule": "FREQ=DAILY;UNTIL=20270101" }""",
        "recurring 1 has the rule FREQ=DAILY;UNTIL=20270101, which must be short and without UNTIL"
    )]
    [InlineData(
        """{ "title": "A", "every": "week", "minutes": 1441 }""",
        "recurring 1 takes 1441 minutes, which is not between 1 and 1440"
    )]
    [InlineData(
        """{ "title": "A", "every": "week", "fromWeek": 12 }""",
        "recurring 1 starts in week 12, which is not between the start and week 12"
    )]
    [InlineData(
        """{ "title": "A", "every": "week", "fromWeek": 700000000 }""",
        "recurring 1 starts in week 700000000, which is not between the start and week 12"
    )]
    [InlineData(
        """{ "title": "A", "every": "week", "fromWeek": 4, "weeks": 9 }""",
        "recurring 1 goes on for 9 weeks from week 4, but it must end by week 12"
    )]
    [InlineData(
        """{ "title": "A", "every": "week", "weeks": 0 }""",
        "recurring 1 goes on for 0 weeks from week 0, but it must end by week 12"
    )]
    public void What_is_wrong_is_named(string recurring, string problem) =>
        Assert.Equal([problem], Template(recurring).Validate());

    [Fact]
    public void A_template_with_too_many_recurring_tasks_is_refused() =>
        Assert.Equal(
            ["there are 31 recurring tasks; the limit is 30"],
            Template(string.Join(',', Enumerable.Repeat("""{ "title": "A", "every": "day" }""", 31))).Validate()
        );

    [Fact]
    public void A_field_that_no_recurring_task_has_is_refused() =>
        Assert.Contains(
            "evry",
            Assert
                .Throws<System.Text.Json.JsonException>(() => Template("""{ "title": "A", "evry": "week" }"""))
                .Message
        );

    [Fact]
    public void What_is_written_is_read_back()
    {
        var template = Template(
            """
            { "title": "A", "minutes": 30, "every": "week", "on": "Friday", "fromWeek": 2, "weeks": 4, "notes": "N" },
            { "title": "B", "rule": "FREQ=DAILY", "fromDay": 3, "days": 5 }
            """
        );

        Assert.Equal(template.Recurring, GoalTemplate.FromJson(template.ToJson()).Recurring);
        Assert.Equal([(14, 42), (3, 8)], template.Recurring.Select(task => (task.Offset, task.EndOffset(84))));
    }

    [Fact]
    public void Another_target_moves_the_days_in_proportion_and_changes_the_number_of_times()
    {
        var template = Template("""{ "title": "A", "every": "week", "fromWeek": 4, "weeks": 4, "minutes": 60 }""");

        var half = Assert.Single(template.ApplyTo(Sample.Goal(Sample.Today.AddDays(42)), Sample.Today).RecurringTasks);
        var twice = Assert.Single(
            template.ApplyTo(Sample.Goal(Sample.Today.AddDays(168)), Sample.Today).RecurringTasks
        );

        Assert.Equal((Sample.Today.AddDays(14), Sample.Today.AddDays(27)), (half.StartsOn, half.Until!.Value));
        Assert.Equal((Sample.Today.AddDays(56), Sample.Today.AddDays(111)), (twice.StartsOn, twice.Until!.Value));
        Assert.Equal((2, 8), (Dates(half).Count, Dates(twice).Count));
        Assert.Equal(4 * 60, template.MinutesFrom(Sample.Today));
    }

    [Fact]
    public void The_first_occurrence_gets_the_notes_and_comes_after_the_tasks()
    {
        var template = Template("""{ "title": "A", "every": "week", "minutes": 60, "notes": "Slowly" }""") with
        {
            Tasks = [new("One"), new("Two")],
        };
        var goal = Sample.Goal();
        var applied = template.ApplyTo(goal, Sample.Today);

        var first = Assert.Single(applied.FirstOccurrences);
        Assert.Equal(("A", 60, "Slowly", 3), (first.Title, first.Estimate, first.Notes, first.Position));
        Assert.Equal((goal.Id, applied.RecurringTasks[0].Id), (first.GoalId, first.RecurringTaskId));
    }

    [Fact]
    public void Monthly_work_from_a_day_that_some_months_lack_falls_on_their_last()
    {
        var start = new DateOnly(2027, 1, 31);
        var template = Template("""{ "title": "A", "every": "month" }""");
        var recurringTask = Assert.Single(
            template.CreateRecurringTasks(Guid.Empty, Guid.Empty, start, template.TargetFrom(start))
        );

        Assert.Equal([start, new(2027, 2, 28), new(2027, 3, 31)], Dates(recurringTask));
    }

    [Fact]
    public void However_it_is_stretched_it_occurs_at_least_once_and_moves_back_and_forth_with_the_target() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Spans.ToArbitrary(), span =>
            {
                var length = span.Offset + span.Length + span.More;
                var template = new TemplateRecurringTask(
                    "A",
                    Every: "week",
                    On: "Friday",
                    FromDay: span.Offset,
                    Days: span.Length
                );
                var target = Sample.Today.AddDays(span.Days);
                var stretched = template.Create(Guid.Empty, Guid.Empty, length, Sample.Today, target);

                Assert.NotEmpty(Dates(stretched));
                Assert.InRange(stretched.StartsOn, Sample.Today, target);
                Assert.True(stretched.Until < target || Dates(stretched).Count == 1);

                var natural = Sample.Today.AddDays(length);
                var moved = template.Create(Guid.Empty, Guid.Empty, length, Sample.Today, natural);
                var (startsOn, until) = (moved.StartsOn, moved.Until);
                moved.MoveProportionally(Sample.Today, natural, natural.AddDays(length));
                moved.MoveProportionally(Sample.Today, natural.AddDays(length), natural);
                Assert.Equal(startsOn, moved.StartsOn);
                Assert.True(moved.Until == until || Dates(moved).Count == 1);
            }));

    private static List<DateOnly> Dates(RecurringTask recurringTask) =>
        [.. recurringTask.OccurrenceDates(recurringTask.StartsOn, recurringTask.Until!.Value)];

    private static GoalTemplate Template(string recurring) =>
        GoalTemplate.FromJson($$"""{ "title": "T", "goal": "G", "weeks": 12, "recurring": [{{recurring}}] }""");
}
