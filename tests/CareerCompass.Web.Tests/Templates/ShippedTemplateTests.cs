using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Templates;

public class ShippedTemplateTests
{
    private static readonly string Sources = Path.Combine(SourceTree.Sources, "CareerCompass.Web", "GoalTemplates");

    private static readonly List<string> Files =
    [
        .. Directory
            .GetFiles(Sources, "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Each weekday, and the ends of months of all lengths.</summary>
    private static readonly List<DateOnly> Starts =
    [
        .. Enumerable.Range(0, 7).Select(day => new DateOnly(2027, 3, 1).AddDays(day)),
        .. Enumerable.Range(1, 12).Select(month => new DateOnly(2027, month, 1).AddMonths(1).AddDays(-1)),
    ];

    public static TheoryData<string> Keys() => [.. Files];

    [Fact]
    public void All_of_them_come_along_and_can_be_read()
    {
        var (all, broken) = TemplateCatalog.Read(TemplateCatalog.ShippedFolder);

        Assert.Empty(broken);
        Assert.Equal(Files, all.Select(shelved => shelved.Key));
        Assert.True(all.Count >= 10, $"{all.Count}");
        Assert.Distinct(all.Select(shelved => shelved.Template.Title));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_is_whole(string key)
    {
        var template = Read(key);

        Assert.InRange(template.Milestones.Count, 3, 6);
        Assert.InRange(template.Tasks.Count, 10, 26);
        Assert.All(new[] { template.Summary, template.For }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(new[] { template.Why, template.DoneWhen }, examples => Assert.InRange(examples.Count, 2, 4));
        Assert.All(template.Tasks, task => Assert.True(task is { Minutes: not null, Milestone: not null }, task.Title));
        Assert.Distinct(template.Tasks.Select(task => task.Title));
        Assert.Equal(
            Enumerable.Range(1, template.Milestones.Count),
            template.Tasks.Select(task => task.Milestone!.Value).Distinct().Order()
        );
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Weeks_rise_and_the_last_is_the_target(string key)
    {
        var template = Read(key);
        var weeks = template.Milestones.Select(templateMilestone => templateMilestone.Week).ToList();

        Assert.Equal(weeks.Distinct().Order(), weeks);
        Assert.Equal(template.Weeks, weeks[^1]);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_hours_a_week_carry_it_to_each_milestone(string key)
    {
        var template = Read(key);
        foreach (var start in Starts)
        {
            var recurringTasks = RecurringTasks(template, start);
            for (var number = 1; number <= template.Milestones.Count; number++)
            {
                var day = start.AddDays(template.Milestones[number - 1].Offset);
                var until =
                    template.Tasks.Where(task => task.Milestone <= number).Sum(task => task.Minutes!.Value)
                    + recurringTasks.Sum(task => task.MinutesBetween(start, day.AddDays(-1)));
                var have = template.Milestones[number - 1].Week * template.HoursAWeek!.Value;
                Assert.True(until / 60m <= have, $"{until / 60m:0.#} h up to milestone {number}, and {have:0.#} h");
            }
        }

        Assert.True(
            template.MinutesFrom(Starts[0]) / 60m >= template.Weeks * template.HoursAWeek!.Value / 2,
            "It asks for twice the hours that it has tasks for."
        );
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Recurring_tasks_fit_in_the_hours_of_every_week(string key)
    {
        var template = Read(key);
        foreach (var start in Starts)
        {
            var recurringTasks = RecurringTasks(template, start);
            for (var day = start; day < template.TargetFrom(start); day = day.AddDays(7))
            {
                var minutes = recurringTasks.Sum(task => task.MinutesBetween(day, day.AddDays(6)));
                Assert.True(minutes <= template.HoursAWeek * 60, $"{minutes} min in the week from {day:O}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Recurring_tasks_have_minutes_and_occur_more_than_once(string key)
    {
        var template = Read(key);

        Assert.All(Starts.SelectMany(start => RecurringTasks(template, start)), task =>
            Assert.True(task.OccurrenceDates(task.StartsOn, task.Until!.Value).Count() > 1, task.Title)
        );
        Assert.All(template.Recurring, task => Assert.True(task.Minutes > 0, task.Title));
        Assert.Distinct(
            template.Recurring.Select(task => task.Title).Concat(template.Tasks.Select(task => task.Title))
        );
    }

    [Fact]
    public void No_task_asks_for_something_every_week() =>
        Assert.All(Files.SelectMany(key => Read(key).Tasks), task =>
            Assert.DoesNotMatch("every (week|month|Friday)|(hours?|questions) a week", task.Title)
        );

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_is_written_for_people(string key)
    {
        var template = Read(key);
        var texts = new[] { template.Title, template.Summary!, template.For!, template.Goal }
            .Concat(template.Why)
            .Concat(template.DoneWhen)
            .Concat(template.Milestones.Select(templateMilestone => templateMilestone.Title))
            .Concat(template.Tasks.SelectMany(task => new[] { task.Title, task.Notes ?? "" }))
            .Concat(template.Recurring.SelectMany(task => new[] { task.Title, task.Notes ?? "" }))
            .ToList();

        // Calm, typographically correct, and short enough for one line
        Assert.All(texts, text => Assert.DoesNotMatch("[!\"]|'|  |\\.\\.\\.", text));
        Assert.All(template.Tasks, task => Assert.True(task.Title.Length <= 90, task.Title));
        Assert.All(template.Recurring, task => Assert.True(task.Title.Length <= 90, task.Title));
        var notes = template.Tasks.Select(task => task.Notes).Concat(template.Recurring.Select(task => task.Notes));
        Assert.True(
            notes.Count(text => text is not null) * 3 >= template.Tasks.Count + template.Recurring.Count,
            "A third of the tasks should say how."
        );
    }

    [Fact]
    public void The_example_in_the_guide_has_no_problems()
    {
        var guide = File.ReadAllText(Path.Combine(Sources, "README.md"));
        var template = GoalTemplate.FromJson(guide.Split("```json")[1].Split("```")[0]);

        Assert.Empty(template.Validate());
        Assert.Single(template.Recurring);
    }

    private static IReadOnlyList<RecurringTask> RecurringTasks(GoalTemplate template, DateOnly start) =>
        template.CreateRecurringTasks(Guid.Empty, Guid.Empty, start, template.TargetFrom(start));

    private static GoalTemplate Read(string key) =>
        GoalTemplate.FromJson(File.ReadAllText(Path.Combine(Sources, key + ".json")));
}
