using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.GoalTemplates;

public static class TemplateCommands
{
    /// <summary>Adds a template's plan to a goal, with the first occurrence of each recurring task. Does not save.
    /// </summary>
    public static void ApplyTemplate(this CompassDb db, GoalTemplate template, Goal goal, DateOnly today)
    {
        var applied = template.ApplyTo(goal, today);
        db.TaskDependencies.AddRange(applied.Dependencies);
        db.RecurringTasks.AddRange(applied.RecurringTasks);
        db.Tasks.AddRange(applied.FirstOccurrences);
    }
}
