using CareerCompass.Domain.Goals;
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
        for (var number = 1; number <= template.Milestones.Count; number++)
        {
            var until = template.Tasks.Where(task => task.Milestone <= number).Sum(task => task.Minutes!.Value) / 60m;
            var have = template.Milestones[number - 1].Week * template.HoursAWeek!.Value;
            Assert.True(until <= have, $"{until:0.#} h up to milestone {number}, and {have:0.#} h for it");
        }

        Assert.True(
            template.MinutesFrom(new DateOnly(2027, 3, 1)) / 60m >= template.Weeks * template.HoursAWeek!.Value / 2,
            "It asks for twice the hours that it has tasks for."
        );
    }

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
            .ToList();

        // Calm, typographically correct, and short enough for one line
        Assert.All(texts, text => Assert.DoesNotMatch("[!\"]|'|  |\\.\\.\\.", text));
        Assert.All(template.Tasks, task => Assert.True(task.Title.Length <= 90, task.Title));
        Assert.True(
            template.Tasks.Count(task => task.Notes is not null) * 3 >= template.Tasks.Count,
            "A third of the tasks should say how."
        );
    }

    private static GoalTemplate Read(string key) =>
        GoalTemplate.FromJson(File.ReadAllText(Path.Combine(Sources, key + ".json")));
}
