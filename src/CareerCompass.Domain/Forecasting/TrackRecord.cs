using CareerCompass.Domain.Planning;

namespace CareerCompass.Domain.Forecasting;

/// <summary>How long a person's plans take, from the runs of tasks in their record and a prior. See docs/forecast.md.
/// </summary>
public sealed class TrackRecord
{
    public const int MinFinishedTasks = 3;

    /// <summary>Later tasks after which a run has half the weight.</summary>
    private const double RunHalfLife = 150;

    /// <summary>Last tasks whose runs count.</summary>
    private const int MaxTasks = 520;

    /// <summary>Low, because runs overlap.</summary>
    private const double RunWeight = 1 / 12d;

    private const double Day = 1 / 7d;

    /// <summary>Absorbs rounding errors, which must not cost a day.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Finished tasks with which the record replaces <see cref="PlanningFallacy"/>.</summary>
    private const double ColdTasks = 10;

    /// <summary>Median length of a first plan, in weeks that its hours take, and the spread of its logarithm. Students
    /// predicted that their thesis would take 33.9 days, and it took 55.5; 30 % were on time (Buehler, Griffin and Ross
    /// 1994, "Exploring the planning fallacy", study 1, doi 10.1037/0022-3514.67.3.366).</summary>
    private static readonly (double Ratio, double Spread) PlanningFallacy = (1.64, 0.75);

    /// <summary>Spreads of the logarithm of the weeks that the work alone takes at the person's pace, for the earlier and
    /// the later half, and its median as a share of them.</summary>
    private const double EarlyPaceSpread = 1;
    private const double LatePaceSpread = 0.4;
    private const double PaceRatio = 0.95;

    /// <summary>Less work counts as this many weeks.</summary>
    private const double MinWork = 0.02;

    // In working weeks; today is 0. A task that is not done ends at infinity
    private readonly (double Began, double Done, double Minutes)[] tasks;
    private readonly Pace pace;
    private readonly RunRegression regression;
    private readonly DeviationShape shape;
    private readonly double median;

    /// <param name="capacity">Minutes of a usual week; 0 when unknown.</param>
    public TrackRecord(IEnumerable<PastTask> past, DateOnly today, WorkingTime clock, Prior prior, double capacity = 0)
    {
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
        var finished = tasks
            .Where(task => double.IsFinite(task.Done))
            .OrderBy(task => task.Done)
            .Select(task => (task.Done, task.Minutes))
            .ToList();
        pace = new Pace(tasks.Length > 0 ? tasks[0].Began : 0, finished, capacity);
        Finished = finished.Count;
        PaceMinutes = pace.At(0, Finished);
        var runs = Runs();
        regression = new RunRegression(runs, prior);
        shape = new DeviationShape(
            runs.ConvertAll(run => (regression.Deviation(run), run.HasEnded, run.Weight)),
            prior
        );
        median = shape.DeviationAt(0.5);
    }

    /// <summary>Numbers of tasks in a run.</summary>
    public static IReadOnlyList<int> RunSizes { get; } = [5, 10, 20];

    public int Finished { get; }

    /// <summary>Estimated minutes completed in a working week.</summary>
    public double PaceMinutes { get; }

    /// <summary>Working weeks within which the work is done with the given chance, at least a day.</summary>
    /// <param name="chance">Between 0 and 1, exclusive.</param>
    public double WeeksToFinish(double chance, Workload work) =>
        Math.Max(Day, Math.Exp(LogWeeksAt(shape.DeviationAt(chance), work)));

    /// <summary>The chance, 0 to 1, that the work is done within a number of working weeks.</summary>
    public double ChanceWithin(double weeks, Workload work)
    {
        if (weeks < Day - Tolerance)
        {
            return 0;
        }

        // The logarithm grows with the deviation, so bisection finds it
        var (low, high, wanted) = (DeviationShape.Lowest, DeviationShape.Highest, Math.Log(weeks) + Tolerance);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = LogWeeksAt(middle, work) <= wanted ? (middle, high) : (low, middle);
        }

        return LogWeeksAt(DeviationShape.Lowest, work) > wanted ? 0 : shape.LevelOf(low);
    }

    // Work never takes less time than at the person's pace, however short the plans in the record were
    private double LogWeeksAt(double deviation, Workload work)
    {
        var (logWork, fromMedian) = (LogWork(work), deviation - median);
        var own = regression.LogWeeks(logWork, Count(work), deviation);
        var cold = Math.Log(PlanningFallacy.Ratio) + logWork + (PlanningFallacy.Spread * fromMedian);
        var share = Math.Min(1, Finished / ColdTasks);
        var spread = fromMedian < 0 ? EarlyPaceSpread : LatePaceSpread;
        var atPace = Math.Log(PaceRatio) + logWork + (spread * fromMedian);
        return Math.Max((share * own) + ((1 - share) * cold), atPace);
    }

    /// <summary>How far the work lies from the middle if it takes a number of weeks, in spreads.</summary>
    public double DeviationOf(double weeks, Workload work) =>
        regression.DeviationAt(Math.Log(weeks), LogWork(work), Count(work));

    private static double Count(Workload work) => Math.Max(work.Tasks, 1);

    private double LogWork(Workload work) => Math.Log(Math.Max(work.Minutes / PaceMinutes, MinWork));

    /// <summary>The runs of each size that began at each of the last tasks.</summary>
    public List<Run> Runs(int maxTasks = MaxTasks)
    {
        var runs = new List<Run>();
        for (var start = Math.Max(0, tasks.Length - maxTasks); start < tasks.Length; start++)
        {
            var finished = pace.FinishedBefore(tasks[start].Began);
            if (finished < MinFinishedTasks)
            {
                continue;
            }

            var weight = RunWeight * Math.Pow(0.5, (tasks.Length - 1 - start) / RunHalfLife);
            AddRunsFrom(start, pace.At(tasks[start].Began, finished), weight, runs);
        }

        return runs;
    }

    private void AddRunsFrom(int start, double paceMinutes, double weight, List<Run> runs)
    {
        var (minutes, end, next) = (0d, double.NegativeInfinity, start);
        foreach (var size in RunSizes)
        {
            for (; next < tasks.Length && next < start + size; next++)
            {
                minutes += tasks[next].Minutes;
                end = Math.Max(end, tasks[next].Done);
            }

            // Tasks not started yet are assumed to be like the ones that were
            var started = next - start;
            var hasEnded = started == size && double.IsFinite(end);
            var weeks = Math.Max(Day, (hasEnded ? end : 0) - tasks[start].Began);
            runs.Add(
                new Run(
                    Math.Log(Math.Max(minutes * size / started / paceMinutes, MinWork)),
                    Math.Log(size / 10d),
                    Math.Log(weeks),
                    hasEnded,
                    weight
                )
            );
        }
    }
}
