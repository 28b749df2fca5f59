using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CareerCompass.Web.Operations;

/// <summary>
/// What only one instance may be at. On PostgreSQL: one instance at a time brings the database to its version, all others wait. EF's own lock ends with
/// each migration, so that of two instances the second would apply the next one again.
/// </summary>
internal static class PostgresLock
{
    private const long Key = 0x436F6D70617373; // any numbers that nobody else locks
    private const long FirstAccount = Key + 1;

    /// <summary>Creates the database should it not be there, and waits for its lock.</summary>
    /// <returns>What holds the lock until it is disposed or the process ends.</returns>
    public static async Task<IAsyncDisposable> TakeAsync(CompassDb db, IConfiguration configuration)
    {
        await CreateAsync(db.Database.GetService<IRelationalDatabaseCreator>());

        // A connection of its own, not of the pool: one that goes back there would keep the lock
        var own = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(configuration["Database:ConnectionString"])
            {
                Pooling = false,
            }.ConnectionString
        );
        await own.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", own)
        {
            CommandTimeout = 600,
            Parameters = { new() { Value = Key } },
        };
        await command.ExecuteNonQueryAsync();
        return own;
    }

    /// <summary>Lets one transaction after the other open a first account, in whichever instance. On SQLite a transaction is alone anyway.</summary>
    public static async Task WaitForOthersAsync(this CompassDb db)
    {
        if (db is PostgresCompassDb)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({FirstAccount})");
        }
    }

    private static async Task CreateAsync(IRelationalDatabaseCreator creator)
    {
        try
        {
            if (!await creator.ExistsAsync())
            {
                await creator.CreateAsync();
            }
        }
        catch (PostgresException other)
            when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance has just created it
        }
    }
}
