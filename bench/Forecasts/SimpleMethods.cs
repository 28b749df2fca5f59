namespace CareerCompass.Bench.Forecasts;

/// <summary>Baselines. Each returns the weeks for the chances of <see cref="ForecastScore.Chances"/>.</summary>
internal static class SimpleMethods
{
    private const int Draws = 1000;

    private const double PooledWeight = 25;

    public static double[] Naive(Window window) => [.. ForecastScore.Chances.Select(_ => window.Naive)];

    /// <summary>The usual agile method: draws from the last 26 weeks at random until the work is done.</summary>
    public static double[] Throughput(Window window)
    {
        var weeks = new double[26];
        foreach (
            var task in window.Begun.Where(task =>
                task.Done < window.Today && task.Done >= window.Today.AddDays(-26 * 7)
            )
        )
        {
            weeks[(window.Today.DayNumber - 1 - task.Done.DayNumber) / 7] += task.Estimate;
        }

        var random = new Random(window.At);
        var ends = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var left = window.Hours;
            while (left > 0 && ends[draw] < 2_000)
            {
                var week = weeks[random.Next(weeks.Length)];
                ends[draw] += week >= left ? left / week : 1;
                left -= week;
            }
        }

        Array.Sort(ends);
        return [.. ForecastScore.Chances.Select(chance => ends[(int)(chance * Draws)])];
    }

    /// <summary>
    /// A line through the logarithms of naive forecast and truth; other developers' windows have weight 25.
    /// </summary>
    public static Func<Window, double[]> LogLinear(IReadOnlyList<Window> mine, IReadOnlyList<Window> others) =>
        window =>
        {
            var rows = mine.Where(past => past.Today.AddDays((int)Math.Round(7 * past.Truth)) < window.Today)
                .Select(past => (past, Weight: 1d))
                .Concat(others.Select(other => (past: other, Weight: PooledWeight / Math.Max(1, others.Count))))
                .Select(row => (X: Math.Log(row.past.Naive), Y: Math.Log(row.past.Truth), row.Weight))
                .ToList();
            if (rows.Count == 0)
            {
                return Naive(window);
            }

            var all = rows.Sum(row => row.Weight);
            var (x, y) = (rows.Sum(row => row.Weight * row.X) / all, rows.Sum(row => row.Weight * row.Y) / all);
            var variance = rows.Sum(row => row.Weight * (row.X - x) * (row.X - x));
            var slope = variance < 1e-9 ? 1 : rows.Sum(row => row.Weight * (row.X - x) * (row.Y - y)) / variance;
            var rests = rows.Select(row => (Apart: row.Y - y - (slope * (row.X - x)), row.Weight))
                .OrderBy(row => row.Apart)
                .ToList();
            return
            [
                .. ForecastScore.Chances.Select(chance =>
                {
                    var upto = 0d;
                    return Math.Exp(
                        y
                            + (slope * (Math.Log(window.Naive) - x))
                            + rests.First(row => (upto += row.Weight) >= (chance * all) - 1e-9).Apart
                    );
                }),
            ];
        };
}
