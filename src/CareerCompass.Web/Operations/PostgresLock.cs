using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CareerCompass.Web.Operations;

/// <summary>EF's own lock ends with each migration, so a second instance could apply the next one again.</summary>
internal static class PostgresLock
{
    // Arbitrary advisory lock keys
    private const long Key = 0x436F6D70617373;
    private const long FirstAccount = Key + 1;

    public static async Task<IAsyncDisposable> AcquireAsync(CompassDb db, IConfiguration configuration)
    {
        await CreateAsync(db.Database.GetService<IRelationalDatabaseCreator>());

        // Not pooled: a connection returned to the pool would keep the lock
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

    /// <summary>Serializes the creation of first accounts. On SQLite a write transaction is exclusive anyway.</summary>
    public static async Task LockFirstAccountAsync(this CompassDb db)
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
