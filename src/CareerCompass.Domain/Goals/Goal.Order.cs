using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Goals;

/// <summary>Which tasks come after which, and occurrences of series.</summary>
public sealed partial class Goal
{
    /// <summary>Lets a task come after these, and no longer after others.</summary>
    /// <param name="orders">All there are in this goal.</param>
    /// <returns>What is to be deleted and what to be stored.</returns>
    /// <exception cref="RuleBroken">A task is none of this goal's, they would wait for each other, or the goal has ended.</exception>
    public (IReadOnlyList<TaskOrder> Gone, IReadOnlyList<TaskOrder> Come) LetComeAfter(PlanTask task, IReadOnlySet<Guid> after, IReadOnlyList<TaskOrder> orders)
    {
        RequireAlive();
        var living = LivingTasks.ToDictionary(other => other.Id);
        var before = orders.Where(order => order.TaskId == task.Id).Select(order => order.AfterId).ToHashSet();

        // One that is in Trash is not in the form, and may come back
        var gone = orders.Where(order => order.TaskId == task.Id && living.ContainsKey(order.AfterId) && !after.Contains(order.AfterId)).ToList();
        var come = after.Where(id => !before.Contains(id)).Select(id => new TaskOrder(
            task, living.TryGetValue(id, out var other) ? other : throw new RuleBroken("After", "Choose tasks of this goal."))).ToList();
        CheckCircles(orders.Except(gone).Concat(come));
        return (gone, come);
    }

    private void CheckCircles(IEnumerable<TaskOrder> orders)
    {
        var all = tasks.OrderBy(task => task.Position).ThenBy(task => task.Id).ToList();
        var places = all.Select((task, place) => (task.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var after = orders.Where(order => places.ContainsKey(order.TaskId) && places.ContainsKey(order.AfterId)).ToLookup(order => order.TaskId, order => places[order.AfterId]);
        TaskChain.Sort([.. all.Select(task => after[task.Id].ToArray())], _ => default, place => all[place].Title, "After");
    }
}
