using System.Diagnostics;
using System.Globalization;
using CareerCompass.Bench.Support;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Bench.Scale;

/// <summary>
/// The cost of the sweep for a big club compared with a small one. Targets on two cores: 2,000 reviews a second on
/// PostgreSQL, 1,000 on SQLite, flat memory, and an empty sweep independent of the number of people.
/// </summary>
internal static class ScaleTest
{
    /// <param name="args">
    /// --database sqlite|postgres|both, --people for another size than 100,000 and 1,000,000.
    /// </param>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.WriteLine(
            "| database | people | due | reviews/s | seconds | CPU s of the app | MB before | MB at most | empty "
                + "sweep ms | filled in s |"
        );
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var provider in Database.Asked(args))
        {
            var many = int.Parse(
                Database.Option(args, "--people", provider == DatabaseProvider.Postgres ? "1000000" : "100000"),
                CultureInfo.InvariantCulture
            );
            await MeasureAsync(provider, 2_000, 1_000);
            await MeasureAsync(provider, many, Math.Min(10_000, many / 2));
        }

        if (Database.Asked(args).Contains(DatabaseProvider.Postgres))
        {
            Console.WriteLine($"\n{await Database.DurabilityAsync()}; {Environment.ProcessorCount} processors");
        }

        return 0;
    }

    private static async Task MeasureAsync(DatabaseProvider provider, int people, int due)
    {
        await using var database = await Database.CreateAsync(provider);
        var started = Stopwatch.GetTimestamp();
        await using (var app = BenchApp.Build(database.Settings))
        {
            await app.MigrateAsync();
            await app.WithDbAsync(db =>
                new Club(people, due, early: Math.Min(1_000, people / 4)).FillAsync(
                    db,
                    database.ConnectionString,
                    database.Folder
                )
            );
        }

        var filled = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var worker = new Worker(["scale-worker", .. database.Settings]);
        var said = worker.Read() ?? throw new InvalidOperationException("The worker failed.");
        worker.WaitForEnd();
        if (!said.StartsWith($"{due} ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{due} reviews were due, but it said: {said}");
        }

        Console.WriteLine($"| {provider} | {people:N0} | {string.Join(" | ", said.Split(' '))} | {filled:F0} |");
    }
}
