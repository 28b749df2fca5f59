using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using CareerCompass.Web.Jobs;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerCompass.Web.Tests.Support;

/// <summary>
/// This assembly as a program: starts the app like its server, and is killed before its n-th statement.
/// </summary>
internal static class KilledProcess
{
    private const int Killed = 128 + 9;

    private const string Hammer = "hammer";

    public static int Main(string[] args)
    {
        if (args is [Hammer, var path])
        {
            Beat(path);
            return 0;
        }

        var settings = args.Skip(1).Select(arg => arg.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        using var app = TestApp.Over(settings, new Killer(int.Parse(args[0], CultureInfo.InvariantCulture)));
        return 0;
    }

    /// <returns>False when it sent fewer statements.</returns>
    public static async Task<bool> RunAsync(int statement, IReadOnlyDictionary<string, string> settings)
    {
        var (code, output) = await StartAsync([
            statement.ToString(CultureInfo.InvariantCulture),
            .. settings.Select(setting => $"{setting.Key}={setting.Value}"),
        ]);
        Assert.True(code is 0 or Killed, $"It ended with {code}: {output}");
        return code == Killed;
    }

    /// <summary>Uses one connection of the job storage from several threads at once.</summary>
    /// <returns>Whether the process survived.</returns>
    public static async Task<bool> HammerAsync(string path) => (await StartAsync([Hammer, path])).ExitCode == 0;

    private static async Task<(int ExitCode, string Output)> StartAsync(IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var arg in args.Prepend(typeof(KilledProcess).Assembly.Location).Prepend("exec"))
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', await output));
    }

    private static void Beat(string path)
    {
        using var connection = HangfireScheduler.Connect(path);
        connection.Execute("CREATE TABLE Beats (At INTEGER)");
        Parallel.For(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, at =>
        {
            connection.Execute(at % 2 == 0 ? "INSERT INTO Beats VALUES (?)" : "UPDATE Beats SET At = ?", at);
            connection.ExecuteScalar<int>("SELECT count(*) FROM Beats");
        });
    }

    private sealed class Killer(int statement) : DbCommandInterceptor
    {
        private int seen;

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result
        ) => Count(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => new(Count(result));

        public override InterceptionResult<object> ScalarExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result
        ) => Count(result);

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default
        ) => new(Count(result));

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result
        ) => Count(result);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) => new(Count(result));

        private T Count<T>(T result)
        {
            if (++seen == statement)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite); // the kill is on its way
            }

            return result;
        }
    }
}
