using System.Globalization;

namespace CareerCompass.Bench.Speed;

/// <summary>Daily pages beside a bare page with the same rows, in one run.</summary>
internal static class PageSpeed
{
    private const int Connections = 16;

    /// <param name="args">Rounds and seconds per round; 5 and 5 by default.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        using var stock = await Stock.FillAsync();
        using var bare = await Server.BareAsync(stock.Folder);
        using var app = await Server.AppAsync(stock.Folder);
        using var wide = await Visitor.SignInAsync(app, Stock.Wide);
        using var deep = await Visitor.SignInAsync(app, Stock.Deep);
        Page[] pages =
        [
            new("bare page, 20 rows", 20, null, bare, $"/bare/{stock.Small}", ""),
            new(
                "goal page, 20 tasks (of 10 goals)",
                20,
                0,
                app,
                $"/goals/{stock.Small}",
                await CookieAsync(wide, $"/goals/{stock.Small}", 20)
            ),
            new("bare page, 200 rows", 200, null, bare, $"/bare/{stock.Large}", ""),
            new(
                "goal page, 200 tasks",
                200,
                2,
                app,
                $"/goals/{stock.Large}",
                await CookieAsync(deep, $"/goals/{stock.Large}", 200)
            ),
            new("Today, 10 goals with 20 tasks each", 200, 2, app, "/", await CookieAsync(wide, "/", 200)),
        ];

        Console.WriteLine(
            $"wrk with {Connections} connections, {rounds} rounds of {seconds} s each, {Environment.ProcessorCount} "
                + $"processors; the middle round of each"
        );
        var seen = pages.Select(_ => new List<Round>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var page = 0; page < pages.Length; page++)
            {
                var result = await Wrk.RunAsync(
                    pages[page].Server,
                    pages[page].Path,
                    seconds,
                    Connections,
                    pages[page].Cookie
                );
                if (round >= 0)
                {
                    seen[page].Add(result); // the first one only warms up
                }
            }
        }

        Tell(pages, [.. seen.Select(Middle)]);
        return 0;
    }

    private static void Tell(Page[] pages, Round[] rounds)
    {
        Console.WriteLine();
        Console.WriteLine("| page | requests/s | of bare | CPU ms/request | of bare | p50 ms | p99 ms | kB |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        for (var page = 0; page < pages.Length; page++)
        {
            var mine = rounds[page];
            var (rate, cost) = ("", "");
            if (pages[page].Beside is { } other)
            {
                rate = Say($"{100 * mine.PerSecond / rounds[other].PerSecond:0} %");
                cost = Say($"{mine.CpuMs / rounds[other].CpuMs:0.0} ×");
            }

            var speed = Say($"{mine.PerSecond:#,0} | {rate} | {mine.CpuMs:0.000} | {cost}");
            var latency = Say($"{mine.P50:0.0} | {mine.P99:0.0} | {mine.Bytes / 1000:0.0}");
            Console.WriteLine($"| {pages[page].Name} | {speed} | {latency} |");
        }
    }

    private static Round Middle(List<Round> rounds)
    {
        double Of(Func<Round, double> number) => rounds.Select(number).Order().ElementAt(rounds.Count / 2);
        return new Round(
            Of(round => round.PerSecond),
            Of(round => round.P50),
            Of(round => round.P99),
            Of(round => round.CpuMs),
            Of(round => round.Bytes),
            0
        );
    }

    private static async Task<string> CookieAsync(Visitor visitor, string path, int tasks)
    {
        var rows = (await visitor.ReadAsync(path)).Split("class=\"tick\"").Length - 1;
        return rows == tasks
            ? visitor.Cookie
            : throw new InvalidOperationException($"{path} shows {rows} tasks instead of {tasks}.");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Beside">The index of the bare page with the same number of rows.</param>
    private sealed record Page(string Name, int Rows, int? Beside, Server Server, string Path, string Cookie);
}
