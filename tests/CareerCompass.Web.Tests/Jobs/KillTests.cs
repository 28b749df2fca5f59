using System.Diagnostics;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Jobs;

/// <summary>A short version of "bench kill".</summary>
public sealed class KillTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_sweep_and_a_delivery_that_are_killed_lose_and_double_nothing(TestDatabase database)
    {
        var bench = Path.Combine(
            AppContext.BaseDirectory.Replace(
                Path.Combine("tests", "CareerCompass.Web.Tests"),
                "bench",
                StringComparison.Ordinal
            ),
            "CareerCompass.Bench.dll"
        );
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec",
                bench,
                "kill",
                "--points",
                "10",
                "--people",
                "60",
                "--database",
                database == TestDatabase.Sqlite ? "sqlite" : "postgres",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CAREERCOMPASS_TEST_POSTGRES"] = PostgresServer.ConnectionString ?? "";
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, $"{await said}\n{await wrong}");
        Assert.Contains("| sweep | ", await said, StringComparison.Ordinal);
        Assert.Contains("| delivery | ", await said, StringComparison.Ordinal);
    }
}
