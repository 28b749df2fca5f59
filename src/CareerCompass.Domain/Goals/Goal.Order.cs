using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>Which tasks come after which, and occurrences of series.</summary>
public sealed partial class Goal
{
    /// <summary>Lets a task come after these, and no longer after others.</summary>
    /// <param name="orders">All there are in this goal.</param>
    /// <returns>What is to be deleted and what to be stored.</returns>
    /// <exception cref="DomainRuleException">A task is none of this goal's, they would wait for each other, or the goal has ended.</exception>
    public (IReadOnlyList<TaskDependency> Gone, IReadOnlyList<TaskDependency> Come) SetDependencies(PlanTask task, IReadOnlySet<Guid> after, IReadOnlyList<TaskDependency> orders)
    {
        RequireNotEnded();
        var living = UntrashedTasks.ToDictionary(other => other.Id);
        var before = orders.Where(order => order.TaskId == task.Id).Select(order => order.DependsOnId).ToHashSet();

        // One that is in Trash is not in the form, and may come back
        var gone = orders.Where(order => order.TaskId == task.Id && living.ContainsKey(order.DependsOnId) && !after.Contains(order.DependsOnId)).ToList();
        var come = after.Where(id => !before.Contains(id)).Select(id => new TaskDependency(
            task, living.TryGetValue(id, out var other) ? other : throw new DomainRuleException("After", "Choose tasks of this goal."))).ToList();
        CheckForCycles(orders.Except(gone).Concat(come));
        return (gone, come);
    }

    private void CheckForCycles(IEnumerable<TaskDependency> orders)
    {
        var all = tasks.OrderBy(task => task.Position).ThenBy(task => task.Id).ToList();
        var places = all.Select((task, place) => (task.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var after = orders.Where(order => places.ContainsKey(order.TaskId) && places.ContainsKey(order.DependsOnId)).ToLookup(order => order.TaskId, order => places[order.DependsOnId]);
        DependencySorter.Sort([.. all.Select(task => after[task.Id].ToArray())], _ => default, place => all[place].Title, "After");
    }
}
