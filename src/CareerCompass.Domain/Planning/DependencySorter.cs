namespace CareerCompass.Domain.Planning;

public static class DependencySorter
{
    /// <summary>Sorts tasks after their dependencies, then by key, then by position.</summary>
    /// <exception cref="DomainRuleException">The dependencies form a cycle; the message names its tasks.</exception>
    public static int[] Sort(
        IReadOnlyList<IReadOnlyList<int>> dependsOn,
        Func<int, DateOnly> key,
        Func<int, string> title,
        string field = ""
    )
    {
        var (openDependencies, next) = (new int[dependsOn.Count], new List<int>?[dependsOn.Count]);
        var ready = new PriorityQueue<int, (DateOnly Key, int Place)>(dependsOn.Count);
        for (var index = 0; index < dependsOn.Count; index++)
        {
            openDependencies[index] = dependsOn[index].Count;
            foreach (var before in dependsOn[index])
            {
                (next[before] ??= []).Add(index);
            }

            if (openDependencies[index] == 0)
            {
                ready.Enqueue(index, (key(index), index));
            }
        }

        var (sorted, count) = (new int[dependsOn.Count], 0);
        while (ready.TryDequeue(out var index, out _))
        {
            sorted[count++] = index;
            foreach (var dependent in next[index] ?? [])
            {
                if (--openDependencies[dependent] == 0)
                {
                    ready.Enqueue(dependent, (key(dependent), dependent));
                }
            }
        }

        return count == dependsOn.Count
            ? sorted
            : throw new DomainRuleException(
                field,
                "These tasks depend on each other in a circle: {0}. Remove one of the dependencies.",
                string.Join(" → ", FindCycle(dependsOn, openDependencies).Select(index => $"“{title(index)}”"))
            );
    }

    // Every remaining task depends on another remaining one, so following dependencies finds a cycle
    private static List<int> FindCycle(IReadOnlyList<IReadOnlyList<int>> dependsOn, int[] openDependencies)
    {
        var (positions, path) = (new Dictionary<int, int>(), new List<int>());
        var place = Array.FindIndex(openDependencies, left => left > 0);
        while (positions.TryAdd(place, path.Count))
        {
            path.Add(place);
            place = dependsOn[place].First(before => openDependencies[before] > 0);
        }

        var cycle = path[positions[place]..];
        cycle.Reverse();
        var first = cycle.IndexOf(cycle.Min());
        return [.. cycle[first..], .. cycle[..first], cycle[first]];
    }
}
