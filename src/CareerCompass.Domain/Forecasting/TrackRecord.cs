namespace CareerCompass.Domain.Forecasting;

/// <summary>A person's pace, and how runs of their tasks deviated from <see cref="Prior"/>. A run is a number of
/// consecutively started tasks. Unfinished runs count as censored observations (Kaplan and Meier 1958); otherwise
/// quick runs would dominate the estimate.</summary>
public sealed class TrackRecord
{
    /// <summary>Working weeks after which a finished task has half the weight in the pace.</summary>
    private const double PaceHalfLife = 52;

    /// <summary>Later tasks after which a run has half the weight.</summary>
    private const double RunHalfLife = 25;

    private const int MaxRuns = 120;

    /// <summary>Weight of each of the person's runs, low because runs overlap, and total weight of the prior.</summary>
    private const double RunWeight = 0.25;
    private const double PriorWeight = 10;

    /// <summary>Working weeks of capacity that are added to the pace as a prior.</summary>
    private const double CapacityWeight = 2;

    public const int MinFinishedTasks = 3;

    /// <summary>Minimum working weeks for the pace when capacity is unknown.</summary>
    private const double ShortestSpan = 8;

    private const double Day = 1 / 7d;

    private static readonly int[] Sizes = [3, 5, 8, 13, 20];

    private readonly Prior prior;
    private readonly double usualWeekMinutes;

    // In working weeks; today is 0
    private readonly (double Began, double Done, double Minutes)[] tasks;
    private readonly double[] doneAt;
    private readonly double[] decayedMinutes;
    private readonly (double Z, double Upto)[] deviations;

    /// <param name="hours">Minutes of a usual week; 0 when unknown.</param>
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

    public int Finished { get; }

    /// <summary>Finished estimated minutes per working week.</summary>
    public double Pace { get; }

    /// <summary>Working weeks within which the work is done with the given chance.</summary>
    /// <param name="chance">Between 0 and 1, exclusive.</param>
    public double WeeksToFinish(double chance, Workload work) =>
        WeeksToFinish(work, deviations.FirstOrDefault(row => row.Upto >= chance - 1e-9, deviations[^1]).Z);

    /// <summary>The chance, 0 to 1, that the work is done within a number of working weeks.</summary>
    public double ChanceWithin(double weeks, Workload work)
    {
        var (last, chance) = (0d, 0d);
        foreach (var (z, upto) in deviations)
        {
            var weeksAtDeviation = WeeksToFinish(work, z);
            // The tolerance absorbs rounding errors, which must not cost a day
            if (weeksAtDeviation > weeks + 1e-9)
            {
                return weeksAtDeviation > last && weeks > last
                    ? chance + ((upto - chance) * (weeks - last) / (weeksAtDeviation - last))
                    : chance;
            }

            (last, chance) = (weeksAtDeviation, upto);
        }

        return chance;
    }

    private static double Decay(double weeks) => Math.Pow(0.5, weeks / PaceHalfLife);

    private double WeeksToFinish(Workload work, double z) =>
        Math.Max(
            Day,
            Math.Exp(prior.LogWeeks(Math.Max(work.Minutes / Pace, 0.01), Math.Max(work.Tasks, 1), z, Finished))
        );

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

                // Tasks not started yet are assumed to be like the ones that were
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
