using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

public sealed partial class Goal
{
    /// <summary>Replaces the dependencies of a task.</summary>
    /// <exception cref="DomainRuleException">A task is invalid, there is a cycle, or the goal has ended.</exception>
    public (IReadOnlyList<TaskDependency> Removed, IReadOnlyList<TaskDependency> Added) SetDependencies(
        PlanTask task,
        IReadOnlySet<Guid> dependsOn,
        IReadOnlyList<TaskDependency> dependencies
    )
    {
        RequireNotEnded();
        var tasksById = UntrashedTasks.ToDictionary(other => other.Id);
        var existing = dependencies
            .Where(order => order.TaskId == task.Id)
            .Select(order => order.DependsOnId)
            .ToHashSet();

        // Trashed tasks are not in the form and may be restored, so their dependencies stay
        var removed = dependencies
            .Where(order =>
                order.TaskId == task.Id
                && tasksById.ContainsKey(order.DependsOnId)
                && !dependsOn.Contains(order.DependsOnId)
            )
            .ToList();
        var added = dependsOn
            .Where(id => !existing.Contains(id))
            .Select(id => new TaskDependency(
                task,
                tasksById.TryGetValue(id, out var other)
                    ? other
                    : throw new DomainRuleException("After", "Choose tasks from this goal.")
            ))
            .ToList();
        CheckForCycles(dependencies.Except(removed).Concat(added));
        return (removed, added);
    }

    private void CheckForCycles(IEnumerable<TaskDependency> dependencies)
    {
        var all = tasks.OrderBy(task => task.Position).ThenBy(task => task.Id).ToList();
        var indexes = all.Select((task, place) => (task.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var dependsOn = dependencies
            .Where(order => indexes.ContainsKey(order.TaskId) && indexes.ContainsKey(order.DependsOnId))
            .ToLookup(order => order.TaskId, order => indexes[order.DependsOnId]);
        DependencySorter.Sort(
            [.. all.Select(task => dependsOn[task.Id].ToArray())],
            _ => default,
            place => all[place].Title,
            "After"
        );
    }
}
