using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;

namespace CareerCompass.Bench.Forecasts;

/// <summary>
/// Fits the prior to developers with 90 tasks or more, each counting once: the line by least squares, the spread from what
/// remains, and the shape from the errors of forecasts made along each record.
/// </summary>
internal static class PriorFit
{
    private const int MinTasks = 90;

    /// <summary>Share of the shape that is spread evenly, so that no deviation is impossible.</summary>
    private const double EvenShare = 0.01;

    private static readonly double[] Flat = [.. Enumerable.Repeat(1d, DeviationShape.GridSize)];

    private static readonly Prior Start = new(0.8, 0.45, 0.5, 1.1, Flat);

    public static Prior Fit(IEnumerable<List<FileTask>> developers)
    {
        var people = developers.Where(tasks => tasks.Count >= MinTasks).ToList();
        var runs = people.SelectMany(EndedRuns).ToList();
        var equations = new NormalEquations();
        foreach (var run in runs)
        {
            equations.Add(run.LogWork, run.LogCount, run.LogWeeks, run.Weight * Math.Exp(-2 * Exponent * run.LogCount));
        }

        var (level, work, count) = equations.Solve(0, 0, Start);
        double Rest(Run run) =>
            (run.LogWeeks - level - (work * run.LogWork) - (count * run.LogCount)) / Math.Exp(Exponent * run.LogCount);
        var variance = runs.Sum(run => run.Weight * Rest(run) * Rest(run)) / runs.Sum(run => run.Weight);
        var prior = new Prior(level, work, count, Math.Sqrt(variance), Flat);
        return prior with { Shape = Shape(people, prior) };
    }

    private static double Exponent => RunRegression.SpreadExponent;

    private static IEnumerable<Run> EndedRuns(List<FileTask> tasks)
    {
        var end = tasks.Max(task => task.Done).AddDays(1);
        var record = new TrackRecord(tasks.Select(task => task.Seen(end)), end, WorkingTime.Steady, Start);
        return record
            .Runs(int.MaxValue)
            .Where(run => run.HasEnded)
            .GroupBy(run => run.LogCount)
            .SelectMany(size =>
            {
                var weight = 1d / size.Count() / TrackRecord.RunSizes.Count;
                return size.Select(run => run with { Weight = weight });
            });
    }

    private static double[] Shape(List<List<FileTask>> people, Prior prior)
    {
        var shape = new double[DeviationShape.GridSize];
        foreach (var tasks in people)
        {
            var deviations = Windows(tasks).Select(window => Deviation(window, prior)).ToList();
            deviations.ForEach(z => DeviationShape.AddTo(shape, z, 1d / deviations.Count));
        }

        var sum = shape.Sum();
        return [.. shape.Select(weight => (weight / sum * (1 - EvenShare)) + (EvenShare / shape.Length))];
    }

    private static IEnumerable<Window> Windows(List<FileTask> tasks) =>
        Enumerable
            .Range(0, tasks.Count)
            .Where(at => at >= 19 && (at - 19) % 6 == 0)
            .SelectMany(at =>
                TrackRecord.RunSizes.Where(size => at + size <= tasks.Count).Select(size => Window.Of(tasks, at, size))
            )
            .OfType<Window>();

    private static double Deviation(Window window, Prior prior)
    {
        var record = new TrackRecord(
            window.Begun.Select(task => task.Seen(window.Today)),
            window.Today,
            WorkingTime.Steady,
            prior
        );
        return record.DeviationOf(window.Truth, new Workload(60 * window.Hours, window.Size));
    }
}
