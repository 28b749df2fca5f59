namespace CareerCompass.Domain.Forecasting;

/// <summary>
/// How a person's plans have gone: their pace, and how their own runs of tasks deviated from <see cref="Prior"/>. A run is
/// some tasks begun one after another; one that has not ended yet is known to take longer than it has so far, and counts
/// as such (Kaplan and Meier 1958), else a person who falls behind would be judged by the quick ones only.
/// </summary>
public sealed class TrackRecord
{
    /// <summary>Working weeks after which a finished task counts half in the pace.</summary>
    private const double PaceHalfLife = 52;

    /// <summary>Tasks begun since after which a run counts half.</summary>
    private const double RunHalfLife = 25;

    /// <summary>How many of the last tasks begin a run that is looked at.</summary>
    private const int MaxRuns = 120;

    /// <summary>What one's own runs weigh: each of them, as they overlap, and all that is known of others.</summary>
    private const double RunWeight = 0.25;
    private const double PriorWeight = 10;

    /// <summary>Working weeks of the hours one has that count as if they had been seen.</summary>
    private const double CapacityWeight = 2;

    /// <summary>Finished tasks before which there is no pace to speak of.</summary>
    public const int MinFinishedTasks = 3;

    /// <summary>Working weeks over which a pace is taken at the least, where nobody said how many hours there are.</summary>
    private const double ShortestSpan = 8;

    private const double Day = 1 / 7d;

    private static readonly int[] Sizes = [3, 5, 8, 13, 20];

    private readonly Prior prior;
    private readonly double usualWeekMinutes;
    private readonly (double Began, double Done, double Minutes)[] tasks; // in working weeks; today is 0
    private readonly double[] doneAt;
    private readonly double[] decayedMinutes;
    private readonly (double Z, double Upto)[] deviations;

    /// <param name="hours">Minutes of a usual week; 0 when nobody said.</param>
    public TrackRecord(IEnumerable<PastTask> past, DateOnly today, WorkingTime clock, Prior prior, double hours = 0)
    {
        (this.prior, this.usualWeekMinutes) = (prior, hours);
        tasks =
        [
            .. past.OrderBy(task => task.StartedOn)
                .ThenBy(task => task.DoneOn ?? DateOnly.MaxValue)
                .ThenBy(task => task.Minutes)
                .Select(task =>
                    (
                        clock.WeeksBetween(today, task.StartedOn),
                        task.DoneOn is { } done ? clock.WeeksBetween(today, done) : double.PositiveInfinity,
                        task.Minutes
                    )
                ),
        ];
        var done = tasks.Where(task => task.Done <= 0).OrderBy(task => task.Done).ToArray();
        doneAt = [.. done.Select(task => task.Done)];
        decayedMinutes = new double[done.Length + 1];
        for (var i = 0; i < done.Length; i++)
        {
            decayedMinutes[i + 1] = decayedMinutes[i] + (done[i].Minutes * Decay(-done[i].Done));
        }

        Finished = done.Length;
        Pace = PaceAt(0, Finished);
        deviations = Deviations();
    }

    /// <summary>How many tasks were finished.</summary>
    public int Finished { get; }

    /// <summary>Minutes of finished estimates in a working week.</summary>
    public double Pace { get; }

    /// <summary>The working weeks by which the work is done with a chance.</summary>
    /// <param name="chance">Above 0, below 1.</param>
    public double WeeksToFinish(double chance, Workload work) =>
        WeeksToFinish(work, deviations.FirstOrDefault(row => row.Upto >= chance - 1e-9, deviations[^1]).Z);

    /// <summary>0 to 1: the chance that the work is done in so many working weeks.</summary>
    public double ChanceWithin(double weeks, Workload work)
    {
        var (last, chance) = (0d, 0d);
        foreach (var (z, upto) in deviations)
        {
            var weeksAtDeviation = WeeksToFinish(work, z);
            if (weeksAtDeviation > weeks + 1e-9) // a day is a day, however it was reckoned
            {
                return weeksAtDeviation > last && weeks > last
                    ? chance + ((upto - chance) * (weeks - last) / (weeksAtDeviation - last))
                    : chance;
            }

            (last, chance) = (weeksAtDeviation, upto);
        }

        return chance;
    }

    /// <summary>Weight of what was so many weeks ago, before today's.</summary>
    private static double Decay(double weeks) => Math.Pow(0.5, weeks / PaceHalfLife);

    private double WeeksToFinish(Workload work, double z) =>
        Math.Max(
            Day,
            Math.Exp(prior.LogWeeks(Math.Max(work.Minutes / Pace, 0.01), Math.Max(work.Tasks, 1), z, Finished))
        );

    /// <param name="finished">How many of the finished tasks were so by then.</param>
    private double PaceAt(double now, int finished)
    {
        var span = Math.Max(now - (tasks.Length > 0 ? tasks[0].Began : 0), usualWeekMinutes > 0 ? 0 : ShortestSpan);
        var weeks = PaceHalfLife / Math.Log(2) * (1 - Decay(span));
        var worth = decayedMinutes[finished] / Decay(-now);
        return Math.Max(
            (worth + (usualWeekMinutes * CapacityWeight)) / (weeks + (usualWeekMinutes > 0 ? CapacityWeight : 0)),
            1
        );
    }

    /// <summary>The deviations of others and one's own, and the share of plans up to each.</summary>
    private (double Z, double Upto)[] Deviations()
    {
        var rows = prior
            .Deviations.Select(z => (Z: z, Ended: true, Weight: PriorWeight / prior.Deviations.Count))
            .Concat(Runs())
            .OrderBy(row => row.Z)
            .ThenByDescending(row => row.Ended)
            .ToList();
        var (remainingWeight, survival) = (rows.Sum(row => row.Weight), 1d);
        var seen = new List<(double, double)>(rows.Count);
        foreach (var (z, ended, weight) in rows)
        {
            if (ended)
            {
                survival *= Math.Max(0, 1 - (weight / remainingWeight));
                seen.Add((z, 1 - survival));
            }

            remainingWeight -= weight;
        }

        return [.. seen];
    }

    private IEnumerable<(double Z, bool Ended, double Weight)> Runs()
    {
        var first = Math.Max(0, tasks.Length - MaxRuns);
        for (var start = first; start < tasks.Length; start++)
        {
            var began = tasks[start].Began;
            var finished = FinishedTasksBefore(began);
            if (finished < MinFinishedTasks)
            {
                continue;
            }

            var (pace, weight) = (
                PaceAt(began, finished),
                RunWeight / Sizes.Length * Math.Pow(0.5, (tasks.Length - 1 - start) / RunHalfLife)
            );
            var (minutes, end, next) = (0d, 0d, start);
            foreach (var size in Sizes)
            {
                for (; next < tasks.Length && next < start + size; next++)
                {
                    minutes += tasks[next].Minutes;
                    end = Math.Max(end, tasks[next].Done - began);
                }

                // What was not begun yet is thought to be like what was
                var (startedTasks, open) = (next - start, next - start < size || !double.IsFinite(end));
                var duration = Math.Max(Day, open ? -began : end);
                yield return (
                    prior.Deviation(duration, Math.Max(minutes * size / startedTasks / pace, 0.01), size),
                    !open,
                    weight
                );
            }
        }
    }

    private int FinishedTasksBefore(double week)
    {
        var (low, high) = (0, doneAt.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = doneAt[middle] < week ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
