using CareerCompass.Web.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CareerCompass.Bench.Support;

internal sealed class Database : IAsyncDisposable
{
    private const string Setting = "CAREERCOMPASS_TEST_POSTGRES";

    private Database(DatabaseProvider provider, string folder, string? connectionString) =>
        (Provider, Folder, ConnectionString) = (provider, folder, connectionString);

    public DatabaseProvider Provider { get; }

    public string Folder { get; }

    public string? ConnectionString { get; }

    public string[] Settings =>
        ConnectionString is null
            ? [$"--Data:Folder={Folder}"]
            :
            [
                $"--Data:Folder={Folder}",
                "--Database:Provider=Postgres",
                $"--Database:ConnectionString={ConnectionString}",
            ];

    public static DatabaseProvider[] Asked(string[] args) =>
        Option(args, "--database", "both") switch
        {
            "sqlite" => [DatabaseProvider.Sqlite],
            "postgres" => [DatabaseProvider.Postgres],
            _ => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres],
        };

    public static string Option(string[] args, string name, string otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

    public static async Task<Database> CreateAsync(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("careercompass-bench-").FullName;
        if (provider == DatabaseProvider.Sqlite)
        {
            return new Database(provider, folder, null);
        }

        var name = $"careercompass_bench_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        return new Database(
            provider,
            folder,
            new NpgsqlConnectionStringBuilder(Server())
            {
                Database = name,
                CommandTimeout = 0,
                IncludeErrorDetail = true,
            }.ConnectionString
        );
    }

    public static async Task<string> DurabilityAsync()
    {
        await using var connection = new NpgsqlConnection(Server());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT version(), current_setting('fsync'), current_setting('synchronous_commit'), "
                + "current_setting('shared_buffers')",
            connection
        );
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return $"{row.GetString(0).Split(" (")[0]}, fsync={row.GetString(1)}, "
            + $"synchronous_commit={row.GetString(2)}, shared_buffers={row.GetString(3)}";
    }

    public async ValueTask DisposeAsync()
    {
        if (ConnectionString is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(
                $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)"
            );
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Server() =>
        Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                $"Set {Setting} to an Npgsql connection string of a server on which databases may be made, or say "
                    + $"--database sqlite."
            );

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Server()) { Pooling = false, CommandTimeout = 0 }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
