using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareerCompass.Web.Tests.Support;

/// <summary>This assembly as a program: starts the app as its server does, and is killed before the n-th statement that it sends.</summary>
internal static class KilledProcess
{
    private const int Killed = 128 + 9;

    public static int Main(string[] args)
    {
        var settings = args.Skip(1).Select(arg => arg.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        using var app = TestApp.Over(settings, new Killer(int.Parse(args[0], CultureInfo.InvariantCulture)));
        return 0;
    }

    /// <returns>Whether it was killed; false when it sent fewer statements.</returns>
    public static async Task<bool> RunAsync(int statement, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var arg in new[] { "exec", typeof(KilledProcess).Assembly.Location, statement.ToString(CultureInfo.InvariantCulture) }
            .Concat(settings.Select(setting => $"{setting.Key}={setting.Value}")))
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode is 0 or Killed, $"It ended with {process.ExitCode}: {string.Join('\n', await output)}");
        return process.ExitCode == Killed;
    }

    private sealed class Killer(int statement) : DbCommandInterceptor
    {
        private int seen;

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Count(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Count(result));

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Count(result);

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Count(result));

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Count(result);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Count(result));

        private T Count<T>(T result)
        {
            if (++seen == statement)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite); // it is on its way
            }

            return result;
        }
    }
}
