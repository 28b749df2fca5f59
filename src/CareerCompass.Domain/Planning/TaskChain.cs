namespace CareerCompass.Domain.Planning;

/// <summary>The order of a goal's tasks that come after one another.</summary>
public static class DependencySorter
{
    /// <summary>
    /// The places of tasks, each behind those it comes after; among those that may come next, the smallest key first and
    /// then the first in the list.
    /// </summary>
    /// <param name="after">For each task the places of those it comes after.</param>
    /// <exception cref="DomainRuleException">Tasks wait for each other; the message names them in their circle.</exception>
    public static int[] Sort(IReadOnlyList<IReadOnlyList<int>> after, Func<int, DateOnly> key, Func<int, string> title, string field = "")
    {
        var (waiting, next) = (new int[after.Count], new List<int>?[after.Count]);
        var ready = new PriorityQueue<int, (DateOnly Key, int Place)>(after.Count);
        for (var place = 0; place < after.Count; place++)
        {
            waiting[place] = after[place].Count;
            foreach (var before in after[place])
            {
                (next[before] ??= []).Add(place);
            }

            if (waiting[place] == 0)
            {
                ready.Enqueue(place, (key(place), place));
            }
        }

        var (sorted, count) = (new int[after.Count], 0);
        while (ready.TryDequeue(out var place, out _))
        {
            sorted[count++] = place;
            foreach (var behind in next[place] ?? [])
            {
                if (--waiting[behind] == 0)
                {
                    ready.Enqueue(behind, (key(behind), behind));
                }
            }
        }

        return count == after.Count ? sorted : throw new DomainRuleException(
            field, "These tasks wait for each other: {0}. Let one of them come first.", string.Join(" → ", FindCycle(after, waiting).Select(place => $"“{title(place)}”")));
    }

    // Whoever still waits, waits for another who does: that way leads into a circle
    private static List<int> FindCycle(IReadOnlyList<IReadOnlyList<int>> after, int[] waiting)
    {
        var (seen, way) = (new Dictionary<int, int>(), new List<int>());
        var place = Array.FindIndex(waiting, left => left > 0);
        while (seen.TryAdd(place, way.Count))
        {
            way.Add(place);
            place = after[place].First(before => waiting[before] > 0);
        }

        var circle = way[seen[place]..];
        circle.Reverse();
        var first = circle.IndexOf(circle.Min());
        return [.. circle[first..], .. circle[..first], circle[first]];
    }
}
