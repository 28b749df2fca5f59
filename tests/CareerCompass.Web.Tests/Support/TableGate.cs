using Npgsql;

namespace CareerCompass.Web.Tests.Support;

/// <summary>Blocks writes to a table of a PostgreSQL database until it is disposed.</summary>
public sealed class TableGate : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private TableGate(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<TableGate> ShutAsync(TestApp app, string table)
    {
        var connection = new NpgsqlConnection(app.Settings["Database:ConnectionString"]);
        await connection.OpenAsync();
        var gate = new TableGate(connection);
        await gate.AskAsync($"BEGIN; LOCK TABLE \"{table}\" IN SHARE MODE");
        return gate;
    }

    /// <summary>Waits until a process is blocked, and returns its Application Name.</summary>
    public async Task<string> WhoWaitsAsync(Func<string> explain)
    {
        string? name = null;
        await Poll.UntilAsync(
            async () =>
            {
                await AskAsync("SELECT pg_stat_clear_snapshot()"); // otherwise it would see its first snapshot
                name =
                    await AskAsync(
                        """
                        SELECT a.application_name FROM pg_stat_activity a
                        WHERE a.datname = current_database() AND pg_backend_pid() = ANY(pg_blocking_pids(a.pid)) AND a.application_name <> '' LIMIT 1
                        """
                    ) as string;
                return name is not null;
            },
            explain
        );
        return name!;
    }

    public async ValueTask DisposeAsync()
    {
        await AskAsync("ROLLBACK");
        await connection.DisposeAsync();
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
