using Npgsql;

namespace CareerCompass.Web.Tests.Support;

public static class PostgresServer
{
    private const string Setting = "CAREERCOMPASS_TEST_POSTGRES";

    private static readonly (string? ConnectionString, string? WhyNone) Found = Find();

    /// <summary>Connects to the server's maintenance database; null when there is no server.</summary>
    public static string? ConnectionString => Found.ConnectionString;

    /// <summary>How to provide a server; null when there is one.</summary>
    public static string? WhyNone => Found.WhyNone;

    /// <summary>Creates an empty database for one test. Drop it with <see cref="Drop"/>.</summary>
    public static async Task<string> CreateDatabase(string template = "template0", string? name = null)
    {
        name ??= $"careercompass_test_{Guid.CreateVersion7():N}";
        await Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        return new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            Database = name,
            IncludeErrorDetail = true,
        }.ConnectionString;
    }

    public static async Task Drop(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static (string?, string?) Find()
    {
        // A configured server is not probed: when it is down, the tests must fail instead of being skipped
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given)
            return (given, null);
        if (Environment.GetEnvironmentVariable("PGHOST") is not { Length: > 0 } host)
            return (
                null,
                $"No PostgreSQL server: set {Setting} to an Npgsql connection string, or PGHOST, PGPORT and PGUSER"
            );

        var local = new NpgsqlConnectionStringBuilder
        {
            Host = host,
            Port = int.TryParse(Environment.GetEnvironmentVariable("PGPORT"), out var port) ? port : 5432,
            Username = Environment.GetEnvironmentVariable("PGUSER") ?? Environment.UserName,
            Database = Environment.GetEnvironmentVariable("PGDATABASE") ?? "postgres",
            Timeout = 2,
        };
        try
        {
            using var connection = new NpgsqlConnection(local.ConnectionString);
            connection.Open();
            return (local.ConnectionString, null);
        }
        catch (Exception problem) when (problem is NpgsqlException or TimeoutException)
        {
            return (
                null,
                $"No PostgreSQL server at PGHOST {host}, port {local.Port}: {problem.Message}. Start it, or set "
                    + $"{Setting}"
            );
        }
    }

    private static async Task Execute(string sql)
    {
        var server = ConnectionString ?? throw new InvalidOperationException(WhyNone);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
