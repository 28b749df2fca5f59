using CareerCompass.Domain.Goals;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Pages.Setup;

public static class TemplateTexts
{
    /// <summary>For example: 26 weeks · 44 h 45 min at 2 h a week · 5 milestones.</summary>
    public static string DescribeSize(this Localizer localizer, GoalTemplate template) =>
        string.Join(
            " · ",
            new[]
            {
                localizer.Count((template.Length + 6) / 7, "{0} week", "{0} weeks"),
                template.Minutes == 0 ? null
                : template.HoursAWeek is { } hours
                    ? localizer[
                        "{0} at {1} a week",
                        localizer.Minutes(template.Minutes),
                        localizer.Minutes((int)(hours * 60))
                    ]
                : localizer.Minutes(template.Minutes),
                localizer.Count(template.Milestones.Count, "{0} milestone", "{0} milestones"),
                localizer.Count(template.Tasks.Count, "{0} task", "{0} tasks"),
            }.OfType<string>()
        );
}
