namespace CareerCompass.Domain.Goals;

/// <summary>What keeps a template from being used, in the words of its file.</summary>
public static class TemplateValidation
{
    /// <returns>A sentence for each thing that is wrong; none when all is well.</returns>
    public static IReadOnlyList<string> Validate(this GoalTemplate template) =>
    [
        .. CheckTemplate(template),
        .. template.Milestones.SelectMany((templateMilestone, at) => CheckMilestone(template, templateMilestone, at)),
        .. template.Tasks.SelectMany((templateTask, at) => CheckTask(template, templateTask, at)),
    ];

    private static IEnumerable<string> CheckTemplate(GoalTemplate template)
    {
        foreach (var (name, text) in new[] { ("title", template.Title), ("goal", template.Goal) })
        {
            if (CheckTitle(name, text) is { } problem)
            {
                yield return problem;
            }
        }

        var sentences = new[] { ("summary", template.Summary), ("for", template.For) }
            .Concat(template.Why.Select((text, at) => ($"why {at + 1}", (string?)text)))
            .Concat(template.DoneWhen.Select((text, at) => ($"doneWhen {at + 1}", (string?)text)));
        foreach (var (name, text) in sentences.Where(sentence => sentence.Item2?.Length > GoalTemplate.Sentence))
        {
            yield return $"{name} has {text!.Length} characters and may have {GoalTemplate.Sentence}";
        }

        if (template.Weeks is < 0 or > GoalTemplate.MaxWeeks || template.Days < 0 || template.Length is < 1 or > GoalTemplate.MaxWeeks * 7)
        {
            yield return $"weeks is {template.Weeks} and should be between 1 and {GoalTemplate.MaxWeeks}";
        }

        if (template.HoursAWeek is <= 0 or > Limits.MaxWeekMinutes / 60)
        {
            yield return $"hoursAWeek is {template.HoursAWeek} and should be more than 0 and at most {Limits.MaxWeekMinutes / 60}";
        }

        if (template.Milestones.Count > GoalTemplate.MaxMilestones)
        {
            yield return $"there are {template.Milestones.Count} milestones and may be {GoalTemplate.MaxMilestones}";
        }

        if (template.Tasks.Count > GoalTemplate.MaxTasks)
        {
            yield return $"there are {template.Tasks.Count} tasks and may be {GoalTemplate.MaxTasks}";
        }
    }

    private static IEnumerable<string> CheckMilestone(GoalTemplate template, GoalTemplate.TemplateMilestone? templateMilestone, int at)
    {
        var name = $"milestone {at + 1}";
        if (templateMilestone is null)
        {
            yield return $"{name} is empty";
            yield break;
        }

        if (CheckTitle(name, templateMilestone.Title) is { } problem)
        {
            yield return problem;
        }

        if (templateMilestone.Week < 0 || templateMilestone.Day < 0 || templateMilestone.Offset < 1 || templateMilestone.Offset > template.Length)
        {
            yield return $"{name} is in week {templateMilestone.Week}, which is not between the start and week {template.Weeks}";
        }
        else if (at > 0 && template.Milestones[at - 1] is { } before && templateMilestone.Offset < before.Offset)
        {
            yield return $"{name} is in week {templateMilestone.Week}, before the one above it";
        }
    }

    private static IEnumerable<string> CheckTask(GoalTemplate template, GoalTemplate.TemplateTask? templateTask, int at)
    {
        var name = $"task {at + 1}";
        if (templateTask is null)
        {
            yield return $"{name} is empty";
            yield break;
        }

        if (CheckTitle(name, templateTask.Title) is { } problem)
        {
            yield return problem;
        }

        if (templateTask.Minutes is < 1 or > Limits.MaxEstimateMinutes)
        {
            yield return $"{name} takes {templateTask.Minutes} minutes, which is not between 1 and {Limits.MaxEstimateMinutes}";
        }

        if (templateTask.Milestone is { } milestone && (milestone < 1 || milestone > template.Milestones.Count))
        {
            yield return $"{name} leads to milestone {milestone}, and there are {template.Milestones.Count}";
        }

        if (templateTask.Notes?.Length > Limits.MaxNotesLength)
        {
            yield return $"{name} has notes of {templateTask.Notes.Length} characters and may have {Limits.MaxNotesLength}";
        }

        foreach (var after in (templateTask.After ?? []).Where(after => after < 1 || after > at))
        {
            yield return $"{name} comes after task {after}, which is not one above it";
        }
    }

    private static string? CheckTitle(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"{name} has no text"
        : text.Trim().Length > Limits.MaxTitleLength ? $"{name} has {text.Trim().Length} characters and may have {Limits.MaxTitleLength}" : null;
}
