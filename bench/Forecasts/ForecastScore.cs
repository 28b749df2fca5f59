using System.Globalization;
using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Bench.Forecasts;

/// <summary>
/// forecast FILE...: scores the forecast that pages show beside simple methods on real tasks; see README. Once with the
/// prior that ships and, with several files, once with a prior fitted to the other files only. forecast FILE... --fit
/// prints the prior of all files, which the app ships.
/// </summary>
internal static class ForecastScore
{
    public static readonly double[] Chances = [0.1, 0.5, 0.8, 0.9];

    private static readonly string[] SharedFiles = ["../shared/data/sip-tasks.csv", "../shared/data/cesaw-tasks.csv"];

    private static readonly int[] Sizes = [5, 10, 20];

    public static Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var named = args.Where(arg => !arg.StartsWith('-')).ToArray();
        var paths = named.Length > 0 ? named : SharedFiles;
        if (Array.Find(paths, path => !File.Exists(path)) is { } missing)
        {
            Console.Error.WriteLine(
                $"There is no file {missing}. It has the columns "
                    + "developer,project,estimate_hours,actual_hours,started_on,completed_on."
            );
            return Task.FromResult(2);
        }

        var files = paths.ToDictionary(path => path, TaskFile.Read);
        if (args.Contains("--fit"))
        {
            Print(PriorFit.Fit(files.Values.SelectMany(tasks => tasks.Values)));
            return Task.FromResult(0);
        }

        foreach (var (path, tasks) in files)
        {
            var others = files.Where(file => file.Key != path).SelectMany(file => file.Value.Values).ToList();
            Score(Path.GetFileName(path), tasks, others);
        }

        return Task.FromResult(0);
    }

    private static void Score(string name, Dictionary<string, List<FileTask>> tasks, List<List<FileTask>> others)
    {
        Console.WriteLine($"### {name}");
        Console.WriteLine("| method | K | windows | P10 | P50 | P80 | P90 | pinball ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var windows = Sizes.ToDictionary(size => size, size => Windows(tasks, size));
        Report("naive", windows, _ => SimpleMethods.Naive);
        Report("bootstrapped weekly throughput", windows, _ => SimpleMethods.Throughput);
        Report("log-linear regression, pooled prior of weight 25", windows, LogLinear);
        Report("CareerCompass, prior that ships", windows, _ => window => window.Forecast(ShippedPrior.Value));
        if (others.Count > 0)
        {
            var prior = PriorFit.Fit(others);
            Report("CareerCompass, prior from the other files", windows, _ => window => window.Forecast(prior));
        }

        Console.WriteLine();
    }

    private static List<Window> Windows(Dictionary<string, List<FileTask>> tasks, int size) =>
        [
            .. tasks
                .Values.Where(theirs => theirs.Count >= 90)
                .SelectMany(theirs =>
                    Enumerable
                        .Range(0, theirs.Count)
                        .Where(at => at >= 19 && (at - 19) % 6 == 0 && at + size <= theirs.Count)
                        .Select(at => Window.Of(theirs, at, size))
                )
                .OfType<Window>(),
        ];

    private static Func<Window, double[]> LogLinear(List<Window> all)
    {
        var methods = all.GroupBy(window => window.Developer)
            .ToDictionary(
                mine => mine.Key,
                mine => SimpleMethods.LogLinear([.. mine], [.. all.Where(window => window.Developer != mine.Key)])
            );
        return window => methods[window.Developer](window);
    }

    private static void Report(
        string name,
        Dictionary<int, List<Window>> windows,
        Func<List<Window>, Func<Window, double[]>> method
    )
    {
        foreach (var (size, some) in windows.Where(pair => pair.Value.Count > 0))
        {
            var forecast = method(some);
            var seen = some.Select(window => (window.Truth, window.Naive, Forecast: forecast(window))).ToList();
            var shares = Chances.Select(
                (_, place) => seen.Count(row => row.Truth <= row.Forecast[place] + 1e-9) / (double)seen.Count
            );
            var loss = seen.Sum(row =>
                Pinball(0.5, row.Truth, row.Forecast[1]) + Pinball(0.8, row.Truth, row.Forecast[2])
            );
            var naive = seen.Sum(row => Pinball(0.5, row.Truth, row.Naive) + Pinball(0.8, row.Truth, row.Naive));
            Console.WriteLine(
                $"| {name} | {size} | {seen.Count:N0} | "
                    + $"{string.Join(" | ", shares.Select(share => $"{100 * share:0.0} %"))} | {loss / naive:0.000} |"
            );
        }
    }

    private static double Pinball(double chance, double truth, double forecast) =>
        truth >= forecast ? chance * (truth - forecast) : (1 - chance) * (forecast - truth);

    private static void Print(Prior prior)
    {
        Console.WriteLine(
            $"Level: {prior.Level:0.0000}, WorkExponent: {prior.WorkExponent:0.0000}, "
                + $"CountExponent: {prior.CountExponent:0.0000}, Spread: {prior.Spread:0.0000}"
        );
        Console.WriteLine($"Shape: [{string.Join(", ", prior.Shape.Select(weight => $"{weight:0.0000}"))}]");
    }
}
