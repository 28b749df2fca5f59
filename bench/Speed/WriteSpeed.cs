using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CareerCompass.Bench.Speed;

/// <summary>Ticks of tasks, each a form post and a durable commit, beside the speed of the database alone.</summary>
internal static class WriteSpeed
{
    private const int Connections = 8;
    private const string OnlyTheRow =
        "UPDATE Tasks SET DoneOn = CASE WHEN DoneOn IS NULL THEN '2027-01-01' END WHERE Id = $id";

    /// <param name="args">Rounds and seconds per round; 5 and 5 by default.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        using var stock = await Stock.FillAsync();
        using var app = await Server.AppAsync(stock.Folder);
        using var deep = await Visitor.SignInAsync(app, Stock.Deep);
        var tasks = await TasksAsync(stock);
        var script = Script(tasks, await deep.TokenAsync($"/goals/{stock.Large}"));
        Task<Round> TickAsync() => Wrk.RunAsync(app, "/", seconds, Connections, deep.Cookie, script);

        await CheckAsync(stock, TickAsync);
        await TickAsync();
        Console.WriteLine(
            $"{Connections} connections, {rounds} rounds of {seconds} s, {Environment.ProcessorCount} processors"
        );
        Console.WriteLine("| round | ticks/s | CPU ms/tick | p50 ms | p99 ms | bare commits/s, 8 threads | 1 thread |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|");
        for (var round = 1; round <= rounds; round++)
        {
            var (ticks, many, one) = (
                await TickAsync(),
                Bare(stock, tasks, Connections, seconds),
                Bare(stock, tasks, 1, seconds)
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {round} | {ticks.PerSecond:#,0} | {ticks.CpuMs:0.000} | {ticks.P50:0.0} | {ticks.P99:0.0} | "
                        + $"{many:#,0} | {one:#,0} |"
                )
            );
        }

        return 0;
    }

    // A refused form also redirects, so the responses alone prove nothing
    private static async Task CheckAsync(Stock stock, Func<Task<Round>> tickAsync)
    {
        await using var connection = await OpenAsync(stock);
        await RunAsync(
            connection,
            "CREATE TABLE Written (Number); INSERT INTO Written VALUES (0); CREATE TRIGGER Counting AFTER UPDATE OF "
                + "DoneOn ON Tasks BEGIN UPDATE Written SET Number = Number + 1; END"
        );
        var answered = (await tickAsync()).Requests;
        var written = (long)(await RunAsync(connection, "SELECT Number FROM Written"))!;
        await RunAsync(connection, "DROP TRIGGER Counting; DROP TABLE Written");
        if (Math.Abs(answered - written) > Connections)
        {
            throw new InvalidOperationException($"{answered} ticks were answered, {written} written.");
        }
    }

    // Each thread of wrk ticks its own tasks, all of them before it unticks the first
    private static string Script(List<Guid> tasks, string token) =>
        $$"""
            local tasks = { {{string.Join(", ", tasks.Select(task => $"\"{task}\""))}} }
            local threads = 0
            function setup(thread) thread:set("own", threads); threads = threads + 1 end
            function init() at, verb = own, "tick" end
            function request()
              local path = "/tasks/" .. tasks[at + 1] .. "/" .. verb
              at = at + 2
              if at >= #tasks then
                at, verb = own, verb == "tick" and "untick" or "tick"
              end
              return wrk.format("POST", path, { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = wrk.headers["Cookie"] }, "Back=%2F&__RequestVerificationToken={{token}}")
            end

            """;

    private static double Bare(Stock stock, List<Guid> tasks, int threads, int seconds)
    {
        var (began, commits) = (Stopwatch.GetTimestamp(), 0L);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            using var connection = OpenAsync(stock).GetAwaiter().GetResult();
            using var command = connection.CreateCommand();
            command.CommandText = OnlyTheRow;
            var id = command.Parameters.Add("$id", SqliteType.Text);
            for (var at = thread; Stopwatch.GetElapsedTime(began).TotalSeconds < seconds; at += threads)
            {
                id.Value = tasks[at % tasks.Count];
                command.ExecuteNonQuery();
                Interlocked.Increment(ref commits);
            }
        });
        return commits / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<List<Guid>> TasksAsync(Stock stock)
    {
        await using var connection = await OpenAsync(stock);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Tasks WHERE GoalId = $goal";
        command.Parameters.AddWithValue("$goal", stock.Large);
        await using var reader = await command.ExecuteReaderAsync();
        var tasks = new List<Guid>();
        while (await reader.ReadAsync())
        {
            tasks.Add(reader.GetGuid(0));
        }

        return tasks;
    }

    private static async Task<SqliteConnection> OpenAsync(Stock stock)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(stock.Folder, "compass.db")}");
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
        return connection;
    }

    private static async Task<object?> RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
