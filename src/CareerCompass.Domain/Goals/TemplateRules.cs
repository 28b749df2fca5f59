namespace CareerCompass.Domain.Goals;

/// <summary>What keeps a template from being used, in the words of its file.</summary>
public static class TemplateRules
{
    /// <returns>A sentence for each thing that is wrong; none when all is well.</returns>
    public static IReadOnlyList<string> Problems(this GoalTemplate template) =>
    [
        .. Whole(template),
        .. template.Milestones.SelectMany((stop, at) => Milestone(template, stop, at)),
        .. template.Tasks.SelectMany((step, at) => Task(template, step, at)),
    ];

    private static IEnumerable<string> Whole(GoalTemplate template)
    {
        foreach (var (name, text) in new[] { ("title", template.Title), ("goal", template.Goal) })
        {
            if (Title(name, text) is { } problem)
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

        if (template.Weeks is < 0 or > GoalTemplate.MostWeeks || template.Days < 0 || template.Length is < 1 or > GoalTemplate.MostWeeks * 7)
        {
            yield return $"weeks is {template.Weeks} and should be between 1 and {GoalTemplate.MostWeeks}";
        }

        if (template.HoursAWeek is <= 0 or > Limits.WeekMinutes / 60)
        {
            yield return $"hoursAWeek is {template.HoursAWeek} and should be more than 0 and at most {Limits.WeekMinutes / 60}";
        }

        if (template.Milestones.Count > GoalTemplate.MostMilestones)
        {
            yield return $"there are {template.Milestones.Count} milestones and may be {GoalTemplate.MostMilestones}";
        }

        if (template.Tasks.Count > GoalTemplate.MostTasks)
        {
            yield return $"there are {template.Tasks.Count} tasks and may be {GoalTemplate.MostTasks}";
        }
    }

    private static IEnumerable<string> Milestone(GoalTemplate template, GoalTemplate.Stop? stop, int at)
    {
        var name = $"milestone {at + 1}";
        if (stop is null)
        {
            yield return $"{name} is empty";
            yield break;
        }

        if (Title(name, stop.Title) is { } problem)
        {
            yield return problem;
        }

        if (stop.Week < 0 || stop.Day < 0 || stop.Offset < 1 || stop.Offset > template.Length)
        {
            yield return $"{name} is in week {stop.Week}, which is not between the start and week {template.Weeks}";
        }
        else if (at > 0 && template.Milestones[at - 1] is { } before && stop.Offset < before.Offset)
        {
            yield return $"{name} is in week {stop.Week}, before the one above it";
        }
    }

    private static IEnumerable<string> Task(GoalTemplate template, GoalTemplate.Step? step, int at)
    {
        var name = $"task {at + 1}";
        if (step is null)
        {
            yield return $"{name} is empty";
            yield break;
        }

        if (Title(name, step.Title) is { } problem)
        {
            yield return problem;
        }

        if (step.Minutes is < 1 or > Limits.EstimateMinutes)
        {
            yield return $"{name} takes {step.Minutes} minutes, which is not between 1 and {Limits.EstimateMinutes}";
        }

        if (step.Milestone is { } milestone && (milestone < 1 || milestone > template.Milestones.Count))
        {
            yield return $"{name} leads to milestone {milestone}, and there are {template.Milestones.Count}";
        }

        if (step.Notes?.Length > Limits.Notes)
        {
            yield return $"{name} has notes of {step.Notes.Length} characters and may have {Limits.Notes}";
        }

        foreach (var after in (step.After ?? []).Where(after => after < 1 || after > at))
        {
            yield return $"{name} comes after task {after}, which is not one above it";
        }
    }

    private static string? Title(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"{name} has no text"
        : text.Trim().Length > Limits.Title ? $"{name} has {text.Trim().Length} characters and may have {Limits.Title}" : null;
}
