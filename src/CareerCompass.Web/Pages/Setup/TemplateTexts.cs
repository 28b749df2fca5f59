using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Pages.Setup;

public static class TemplateTexts
{
    /// <summary>For example: 26 weeks · 44 h 45 min at 2 h a week · 5 milestones · 18 tasks · 2 recurring tasks.
    /// </summary>
    /// <param name="start">Determines how many times recurring tasks occur.</param>
    public static string DescribeSize(this Localizer localizer, GoalTemplate template, DateOnly start) =>
        string.Join(
            " · ",
            new[]
            {
                localizer.Count((template.Length + 6) / 7, "{0} week", "{0} weeks"),
                localizer.DescribeWork(template, template.MinutesFrom(start)),
                localizer.Count(template.Milestones.Count, "{0} milestone", "{0} milestones"),
                localizer.Count(template.Tasks.Count, "{0} task", "{0} tasks"),
                template.Recurring.Count == 0
                    ? null
                    : localizer.Count(template.Recurring.Count, "{0} recurring task", "{0} recurring tasks"),
            }.OfType<string>()
        );

    /// <summary>For example: every week on Friday · weeks 3 to 26 · 24 times.</summary>
    public static string DescribeRecurring(
        this Localizer localizer,
        GoalTemplate template,
        TemplateRecurringTask recurring,
        RecurringTask recurringTask
    )
    {
        var (first, last) = ((recurring.Offset / 7) + 1, (recurring.EndOffset(template.Length) + 6) / 7);
        var times = recurringTask.OccurrenceDates(recurringTask.StartsOn, recurringTask.Until!.Value).Count();
        return string.Join(
            " · ",
            localizer.DescribeRecurrence(recurringTask.Rule, recurringTask.StartsOn),
            first == last ? localizer["week {0}", first] : localizer["weeks {0} to {1}", first, last],
            localizer.Count(times, "once", "{0} times")
        );
    }

    private static string? DescribeWork(this Localizer localizer, GoalTemplate template, int minutes) =>
        (minutes, template.HoursAWeek) switch
        {
            (0, _) => null,
            (_, { } hours) => localizer[
                "{0} at {1} a week",
                localizer.Minutes(minutes),
                localizer.Minutes((int)(hours * 60))
            ],
            _ => localizer.Minutes(minutes),
        };
}
