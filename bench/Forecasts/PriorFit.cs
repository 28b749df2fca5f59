using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Bench.Forecasts;

/// <summary>
/// Fits the prior by least squares in logarithms, weighting each developer by the root of their plans.
/// </summary>
internal static class PriorFit
{
    private static readonly int[] Sizes = [3, 5, 8, 13, 20, 30];

    public static List<Plan> Plans(IEnumerable<List<FileTask>> developers)
    {
        var flat = new Prior(0, 1, 0, 0, 0, [0]);
        var plans = new List<Plan>();
        foreach (var tasks in developers)
        {
            foreach (var size in Sizes)
            {
                var theirs = Enumerable
                    .Range(0, tasks.Count)
                    .Where(at => at >= 19 && at % 2 == 1 && at + size <= tasks.Count)
                    .Select(at => Window.Of(tasks, at, size))
                    .OfType<Window>()
                    .ToList();
                plans.AddRange(
                    theirs.Select(window => new Plan(
                        window.Developer,
                        size,
                        Math.Log(window.Work.Minutes / window.Record(flat).Pace),
                        Math.Log(window.Truth),
                        1 / Math.Sqrt(theirs.Count)
                    ))
                );
            }
        }

        return plans;
    }

    public static Prior Fit(IReadOnlyList<Plan> plans)
    {
        var (level, work, count) = LeastSquares([
            .. plans.Select(plan => (plan.Work, Math.Log(plan.Size), plan.Took, plan.Weight)),
        ]);
        double Rest(Plan plan) => plan.Took - level - (work * plan.Work) - (count * Math.Log(plan.Size));
        var bySize = plans
            .GroupBy(plan => plan.Size)
            .Select(group =>
                (
                    X: Math.Log(group.Key),
                    Y: Math.Log(group.Sum(plan => plan.Weight * Math.Abs(Rest(plan))) / group.Sum(plan => plan.Weight))
                )
            )
            .ToList();
        var (x, y) = (bySize.Average(row => row.X), bySize.Average(row => row.Y));
        var narrowing = Math.Min(
            0,
            bySize.Sum(row => (row.X - x) * (row.Y - y)) / bySize.Sum(row => (row.X - x) * (row.X - x))
        );
        var prior = new Prior(level, work, Math.Max(0, count), y - (narrowing * x), narrowing, []);
        return prior with
        {
            Deviations = Quantiles(
                [
                    .. plans.Select(plan =>
                        (prior.Deviation(Math.Exp(plan.Took), Math.Exp(plan.Work), plan.Size), plan.Weight)
                    ),
                ],
                41
            ),
        };
    }

    private static List<double> Quantiles(List<(double Value, double Weight)> rows, int count)
    {
        rows.Sort();
        var (all, upto, found) = (rows.Sum(row => row.Weight), 0d, new List<double>());
        foreach (var (value, weight) in rows)
        {
            upto += weight;
            while (found.Count < count && upto >= (found.Count + 0.5) / count * all)
            {
                found.Add(value);
            }
        }

        return found;
    }

    private static (double, double, double) LeastSquares(List<(double A, double B, double Y, double Weight)> rows)
    {
        var m = new double[3, 4];
        foreach (var (a, b, y, weight) in rows)
        {
            double[] row = [1, a, b, y];
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 4; j++)
                {
                    m[i, j] += weight * row[i] * row[j];
                }
            }
        }

        for (var i = 0; i < 3; i++)
        {
            for (var k = 0; k < 3; k++)
            {
                var factor = k == i ? 0 : m[k, i] / m[i, i];
                for (var j = i; j < 4 && k != i; j++)
                {
                    m[k, j] -= factor * m[i, j];
                }
            }
        }

        return (m[0, 3] / m[0, 0], m[1, 3] / m[1, 1], m[2, 3] / m[2, 2]);
    }

    /// <param name="Work">The logarithm of the weeks at the developer's own pace.</param>
    /// <param name="Took">The logarithm of the actual weeks.</param>
    internal sealed record Plan(string Developer, int Size, double Work, double Took, double Weight);
}
