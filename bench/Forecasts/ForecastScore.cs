using System.Globalization;
using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Bench.Forecasts;

/// <summary>
/// forecast FILE: scores our forecast beside simple ones on real tasks; see README. A developer's prior comes from the
/// other developers only. forecast FILE --fit prints the prior of all, which the app ships.
/// </summary>
internal static class ForecastScore
{
    public static readonly double[] Chances = [0.1, 0.5, 0.8, 0.9];

    private const string Shipped = "../shared/data/sip-tasks.csv";

    private static readonly int[] Sizes = [5, 10, 20];

    public static Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var path = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? Shipped;
        if (!File.Exists(path))
        {
            Console.Error.WriteLine(
                $"There is no file {path}. It has the columns "
                    + $"developer,project,estimate_hours,actual_hours,started_on,completed_on."
            );
            return Task.FromResult(2);
        }

        var tasks = TaskFile.Read(path);
        var plans = PriorFit.Plans(tasks.Values).ToLookup(plan => plan.Developer);
        if (args.Contains("--fit"))
        {
            Print(PriorFit.Fit([.. plans.SelectMany(theirs => theirs)]));
            return Task.FromResult(0);
        }

        Console.WriteLine("| method | K | windows | P10 | P50 | P80 | P90 | pinball ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var priors = tasks.Keys.ToDictionary(developer => developer, developer => Others(plans, developer));
        var windows = Sizes.ToDictionary(
            size => size,
            size =>
                tasks
                    .Values.Where(theirs => theirs.Count >= 90)
                    .SelectMany(theirs =>
                        Enumerable
                            .Range(0, theirs.Count)
                            .Where(at => at >= 19 && (at - 19) % 6 == 0 && at + size <= theirs.Count)
                            .Select(at => Window.Of(theirs, at, size))
                    )
                    .OfType<Window>()
                    .ToList()
        );
        Report("naive", windows, _ => SimpleMethods.Naive);
        Report("bootstrapped weekly throughput", windows, _ => SimpleMethods.Throughput);
        Report("log-linear regression, pooled prior of weight 25", windows, all =>
        {
            var methods = all.GroupBy(window => window.Developer)
                .ToDictionary(
                    mine => mine.Key,
                    mine => SimpleMethods.LogLinear([.. mine], [.. all.Where(window => window.Developer != mine.Key)])
                );
            return window => methods[window.Developer](window);
        });
        Report("CareerCompass", windows, _ => window =>
            {
                var record = window.Record(priors[window.Developer]);
                return [.. Chances.Select(chance => record.WeeksToFinish(chance, window.Work))];
            });
        return Task.FromResult(0);
    }

    private static Prior Others(ILookup<string, PriorFit.Plan> plans, string developer)
    {
        var others = plans.Where(theirs => theirs.Key != developer).SelectMany(theirs => theirs).ToList();
        return others.Count >= 50 ? PriorFit.Fit(others) : ShippedPrior.Value with { ColdStart = null };
    }

    private static void Report(
        string name,
        Dictionary<int, List<Window>> windows,
        Func<List<Window>, Func<Window, double[]>> method
    )
    {
        foreach (var (size, some) in windows)
        {
            var forecast = method(some);
            var seen = some.Select(window => (window.Truth, window.Naive, Said: forecast(window))).ToList();
            var shares = Chances.Select(
                (_, place) => seen.Count(row => row.Truth <= row.Said[place] + 1e-9) / (double)seen.Count
            );
            var loss = seen.Sum(row => Pinball(0.5, row.Truth, row.Said[1]) + Pinball(0.8, row.Truth, row.Said[2]));
            var naive = seen.Sum(row => Pinball(0.5, row.Truth, row.Naive) + Pinball(0.8, row.Truth, row.Naive));
            Console.WriteLine(
                $"| {name} | {size} | {seen.Count:N0} | "
                    + $"{string.Join(" | ", shares.Select(share => $"{100 * share:0.0} %"))} | {loss / naive:0.000} |"
            );
        }
    }

    private static double Pinball(double chance, double truth, double said) =>
        truth >= said ? chance * (truth - said) : (1 - chance) * (said - truth);

    private static void Print(Prior prior)
    {
        Console.WriteLine(
            $"{prior.Level:0.000}, {prior.WorkExponent:0.000}, {prior.TaskCountExponent:0.000}, "
                + $"{prior.Spread:0.000}, {prior.SpreadExponent:0.000},"
        );
        Console.WriteLine(
            $"[{string.Join(", ", prior.Deviations.Select(z => z.ToString("0.00", CultureInfo.InvariantCulture)))}]"
        );
    }
}
