using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class OutageTests
{
    [Theory, OnPostgres]
    public async Task Jobs_go_on_by_themselves_after_the_database_was_away(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var way = new NpgsqlConnectionStringBuilder(app.Settings["Database:ConnectionString"]);
        using var gate = new TcpGate(way.Host!, way.Port);
        (way.Host, way.Port) = ("127.0.0.1", gate.Port);
        using var process = AppProcess.Start(
            app,
            ("Jobs:Enabled", "true"),
            ("Database:ConnectionString", way.ConnectionString)
        );
        await SweptAsync(DateTime.MinValue);

        gate.Shut();
        await Poll.UntilAsync(
            () => Task.FromResult(process.Output.Contains("Hangfire.", StringComparison.Ordinal)),
            () => process.Output
        );
        gate.Open();

        await SweptAsync(TimeProvider.System.GetUtcNow().UtcDateTime);

        Task SweptAsync(DateTime after) =>
            Poll.UntilAsync(
                () =>
                    app.WithDbAsync(Guid.Empty, db =>
                        db.JobStatuses.AnyAsync(status =>
                            status.Job == "reviews" && status.StartedAt > after && status.FailedAt != status.StartedAt
                        )
                    ),
                () => process.Output
            );
    }
}
