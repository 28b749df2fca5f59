using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>Checks templates. Messages use the member names of the JSON file.</summary>
public static class TemplateValidation
{
    public static IReadOnlyList<string> Validate(this GoalTemplate template) =>
        [
            .. CheckTemplate(template),
            .. template.Milestones.SelectMany((milestone, index) => CheckMilestone(template, milestone, index)),
            .. template.Tasks.SelectMany((task, index) => CheckTask(template, task, index)),
            .. template.Recurring.SelectMany((recurring, index) => CheckRecurring(template, recurring, index)),
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
            .Concat(template.Why.Select((text, index) => ($"why {index + 1}", (string?)text)))
            .Concat(template.DoneWhen.Select((text, index) => ($"doneWhen {index + 1}", (string?)text)));
        foreach (
            var (name, text) in sentences.Where(sentence => sentence.Item2?.Length > GoalTemplate.MaxSentenceLength)
        )
        {
            yield return $"{name} has {text!.Length} characters; the limit is {GoalTemplate.MaxSentenceLength}";
        }

        if (
            template.Weeks is < 0 or > GoalTemplate.MaxWeeks
            || template.Days < 0
            || template.Length is < 1 or > GoalTemplate.MaxWeeks * 7
        )
        {
            yield return $"weeks is {template.Weeks} but must be between 1 and {GoalTemplate.MaxWeeks}";
        }

        if (template.HoursAWeek is <= 0 or > Limits.MaxWeekMinutes / 60)
        {
            yield return $"hoursAWeek is {template.HoursAWeek} but must be more than 0 and at most "
                + $"{Limits.MaxWeekMinutes / 60}";
        }

        if (template.Milestones.Count > GoalTemplate.MaxMilestones)
        {
            yield return $"there are {template.Milestones.Count} milestones; the limit is {GoalTemplate.MaxMilestones}";
        }

        if (template.Tasks.Count > GoalTemplate.MaxTasks)
        {
            yield return $"there are {template.Tasks.Count} tasks; the limit is {GoalTemplate.MaxTasks}";
        }

        if (template.Recurring.Count > GoalTemplate.MaxRecurring)
        {
            yield return $"there are {template.Recurring.Count} recurring tasks; the limit is "
                + $"{GoalTemplate.MaxRecurring}";
        }
    }

    private static IEnumerable<string> CheckMilestone(
        GoalTemplate template,
        GoalTemplate.TemplateMilestone? milestone,
        int index
    )
    {
        var name = $"milestone {index + 1}";
        if (milestone is null)
        {
            yield return $"{name} is empty";
            yield break;
        }

        if (CheckTitle(name, milestone.Title) is { } problem)
        {
            yield return problem;
        }

        if (milestone.Week < 0 || milestone.Day < 0 || milestone.Offset < 1 || milestone.Offset > template.Length)
        {
            yield return $"{name} is in week {milestone.Week}, which is not between the start and week "
                + $"{template.Weeks}";
        }
        else if (index > 0 && template.Milestones[index - 1] is { } before && milestone.Offset < before.Offset)
        {
            yield return $"{name} is in week {milestone.Week}, before the milestone listed above it";
        }
    }

    private static IEnumerable<string> CheckTask(GoalTemplate template, GoalTemplate.TemplateTask? task, int index)
    {
        var name = $"task {index + 1}";
        if (task is null)
        {
            yield return $"{name} is empty";
            yield break;
        }

        if (CheckTitle(name, task.Title) is { } problem)
        {
            yield return problem;
        }

        if (task.Minutes is < 1 or > Limits.MaxEstimateMinutes)
        {
            yield return $"{name} takes {task.Minutes} minutes, which is not between 1 and {Limits.MaxEstimateMinutes}";
        }

        if (task.Milestone is { } milestone && (milestone < 1 || milestone > template.Milestones.Count))
        {
            yield return $"{name} leads to milestone {milestone}, but there are only {template.Milestones.Count}";
        }

        if (CheckNotes(name, task.Notes) is { } tooLong)
        {
            yield return tooLong;
        }

        foreach (var after in (task.After ?? []).Where(after => after < 1 || after > index))
        {
            yield return $"{name} comes after task {after}, which is not listed above it";
        }
    }

    private static IEnumerable<string> CheckRecurring(
        GoalTemplate template,
        TemplateRecurringTask? recurring,
        int index
    )
    {
        var name = $"recurring {index + 1}";
        if (recurring is null)
        {
            yield return $"{name} is empty";
            yield break;
        }

        var problems = new[]
        {
            CheckTitle(name, recurring.Title),
            CheckRhythm(name, recurring),
            CheckNotes(name, recurring.Notes),
        };
        foreach (var problem in problems.OfType<string>())
        {
            yield return problem;
        }

        if (recurring.Minutes is < 1 or > Limits.MaxDayMinutes)
        {
            yield return $"{name} takes {recurring.Minutes} minutes, which is not between 1 and "
                + $"{Limits.MaxDayMinutes}";
        }

        if (!IsSpan(recurring.FromWeek, recurring.FromDay) || recurring.Offset >= template.Length)
        {
            yield return $"{name} starts in week {recurring.FromWeek}, which is not between the start and week "
                + $"{template.Weeks}";
        }
        else if (
            !IsSpan(recurring.Weeks ?? 0, recurring.Days)
            || recurring.Length < 1
            || recurring.Length > template.Length - recurring.Offset
        )
        {
            yield return $"{name} goes on for {recurring.Weeks ?? 0} weeks from week {recurring.FromWeek}, but it must "
                + $"end by week {template.Weeks}";
        }
    }

    private static bool IsSpan(int weeks, int days) =>
        weeks is >= 0 and <= GoalTemplate.MaxWeeks && days is >= 0 and <= GoalTemplate.MaxWeeks * 7;

    private static string? CheckRhythm(string name, TemplateRecurringTask recurring) =>
        recurring switch
        {
            { Every: null, Rule: null } => $"{name} has neither every nor a rule",
            { Every: not null, Rule: not null } => $"{name} has both every and a rule",
            { Rule: not null, On: not null } => $"{name} has both on and a rule",
            { Rule: { } rule } => CheckRule(name, rule),
            { Every: { } every } when !TemplateRecurringTask.Rhythms.ContainsKey(every.Trim()) =>
                $"{name} is every {every}, which is none of {string.Join(", ", TemplateRecurringTask.Rhythms.Keys)}",
            { On: { } on, Weekday: null } => $"{name} is on {on}, which is not a weekday",
            { On: not null } when recurring.ReadRule().Frequency != Frequency.Weekly =>
                $"{name} is on {recurring.On}, but only a week and two weeks have a weekday",
            _ => null,
        };

    private static string? CheckRule(string name, string rule)
    {
        try
        {
            return rule.Length > Limits.MaxTitleLength || Recurrence.Parse(rule).Until is not null
                ? $"{name} has the rule {rule}, which must be short and without UNTIL"
                : null;
        }
        catch (DomainRuleException)
        {
            return $"{name} has the rule {rule}, which is not understood";
        }
    }

    private static string? CheckNotes(string name, string? notes) =>
        notes?.Length > Limits.MaxNotesLength
            ? $"{name} has notes of {notes.Length} characters; the limit is {Limits.MaxNotesLength}"
            : null;

    private static string? CheckTitle(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"{name} has no text"
        : text.Trim().Length > Limits.MaxTitleLength
            ? $"{name} has {text.Trim().Length} characters; the limit is {Limits.MaxTitleLength}"
        : null;
}
