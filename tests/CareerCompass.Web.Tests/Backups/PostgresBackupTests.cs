using System.Diagnostics;
using CareerCompass.Web.Tests.Support;
using Npgsql;

namespace CareerCompass.Web.Tests.Backups;

public sealed class PostgresBackupTests
{
    [PostgresToolsFact]
    public async Task A_dump_restores_into_a_fresh_database_that_the_app_serves()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        await SampleData.ArrangeAsync(app, await app.OpenAccountAsync("ada@example.org"));
        var server = new NpgsqlConnectionStringBuilder(app.Settings["Database:ConnectionString"]);
        var script = new ProcessStartInfo(
            "bash",
            [Path.Combine(SourceTree.Sources, "..", "bench", "postgres-backup.sh"), typeof(Program).Assembly.Location]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        script.Environment["PATH"] =
            $"{PostgresToolsFactAttribute.Folder}:{Environment.GetEnvironmentVariable("PATH")}";
        script.Environment["PGHOST"] = server.Host;
        script.Environment["PGPORT"] = server.Port.ToString();
        script.Environment["PGUSER"] = server.Username;
        script.Environment["PGPASSWORD"] = server.Password ?? "";
        script.Environment["PGDATABASE"] = server.Database;

        using var process = Process.Start(script)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await output + await errors);
        Assert.Matches(@"✓ \d+ tables with \d{2,} rows were dumped, restored and served\.", await output);
    }
}
