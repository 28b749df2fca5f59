using System.Diagnostics;
using System.Globalization;
using CareerCompass.Bench.Support;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Bench.Kill;

/// <summary>
/// Kills the sweep and the delivery repeatedly, half of the time after a random delay and half at a random statement,
/// restarts them, and counts what was lost or duplicated.
/// </summary>
internal static class KillTest
{
    /// <param name="args">--points 200, --database sqlite|postgres|both, --people 600, --seed to repeat a run.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var points = int.Parse(Database.Option(args, "--points", "200"), CultureInfo.InvariantCulture);
        var people = int.Parse(Database.Option(args, "--people", "600"), CultureInfo.InvariantCulture);
        var seed = int.Parse(
            Database.Option(args, "--seed", Random.Shared.Next().ToString(CultureInfo.InvariantCulture)),
            CultureInfo.InvariantCulture
        );
        Console.WriteLine($"{points} points each, {people} people, seed {seed}\n");
        Console.WriteLine(
            "| job | database | killed | of these at a statement | done | lost | doubled | repeated while in flight "
                + "| other trouble | minutes |"
        );
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        var fine = true;
        foreach (var provider in Database.Asked(args))
        {
            foreach (var job in new KilledJob[] { new KilledSweep(people), new KilledDelivery(people) })
            {
                fine &= await RunAsync(job, provider, points, new Random(seed));
                (job as IDisposable)?.Dispose();
            }
        }

        return fine ? 0 : 1;
    }

    private static async Task<bool> RunAsync(KilledJob job, DatabaseProvider provider, int points, Random random)
    {
        var started = Stopwatch.GetTimestamp();
        await using var database = await Database.CreateAsync(provider);
        await using var app = BenchApp.Build(database.Settings);
        await app.MigrateAsync();
        await job.PrepareAsync(app, database);

        // The duration and number of statements without a kill
        var (duration, statements) = await MeasureAsync(job, app, database);
        var (killed, atStatement) = (0, 0);
        var next = new Worker([.. job.Command(database)]);
        while (killed < points)
        {
            using var worker = next;
            worker.Await("ready");
            next = new Worker([.. job.Command(database)]); // starts while the current one is working
            await job.BeginAsync(app);
            var byStatement = killed % 2 == 1;
            worker.Say($"{job.Start} {(byStatement ? random.Next(2, (2 * statements) + 2) : 0)}");
            worker.Await("begun");
            var fuse = byStatement
                ? null
                : new Timer(
                    _ => worker.Kill(),
                    null,
                    TimeSpan.FromMilliseconds(random.NextDouble() * duration),
                    Timeout.InfiniteTimeSpan
                );
            var ended = false;
            for (var line = worker.Read(); line is not null; line = worker.Read())
            {
                ended |= job.Heard(line);
            }

            worker.WaitForEnd();
            await (fuse?.DisposeAsync() ?? ValueTask.CompletedTask);
            if (!ended)
            {
                killed++;
                atStatement += byStatement ? 1 : 0;
            }
        }

        next.Dispose();
        for (var tries = 0; tries == 0 || (tries < 50 && !await job.IsDoneAsync(app)); tries++)
        {
            await MeasureAsync(job, app, database, top: tries == 0);
        }

        var tally = await job.CountAsync(app);
        Console.WriteLine(
            $"| {job.Name} | {provider} | {killed} | {atStatement} | {tally.Done:N0} | {tally.Lost} | "
                + $"{tally.Doubled} | {tally.Repeated} | {tally.Trouble} | "
                + $"{Stopwatch.GetElapsedTime(started).TotalMinutes:F1} |"
        );
        return tally is { Lost: 0, Doubled: 0, Trouble: 0 };
    }

    private static async Task<(double Milliseconds, int Statements)> MeasureAsync(
        KilledJob job,
        WebApplication app,
        Database database,
        bool top = true
    )
    {
        using var worker = new Worker([.. job.Command(database)]);
        worker.Await("ready");
        await job.BeginAsync(app, top);
        worker.Say($"{job.Start} 0 once");
        worker.Await("begun");
        var began = Stopwatch.GetTimestamp();
        var done = worker.Read() ?? throw new InvalidOperationException("The worker failed.");
        job.Heard(done);
        worker.WaitForEnd();
        return (
            Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            int.Parse(done.Split(' ')[^1], CultureInfo.InvariantCulture)
        );
    }
}
