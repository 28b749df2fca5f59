using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerCompass.Web.Persistence;

/// <summary>Tells a save that somebody else was faster than from one that is simply wrong.</summary>
public static class Conflicts
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteForeignKey = 787;

    /// <summary>
    /// Another request or process changed the same row, wrote the same unique key, deleted what this belongs to, or waited for
    /// us while we waited for it. What passes by itself, as a deadlock does, EF wraps once more.
    /// </summary>
    public static bool IsConflict(this Exception? error) =>
        error switch
        {
            DbUpdateConcurrencyException => true,
            DbUpdateException or InvalidOperationException => error.InnerException.IsConflict(),
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                is SqliteUnique
                    or SqlitePrimaryKey
                    or SqliteForeignKey,
            PostgresException postgres => postgres.SqlState
                is PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.ForeignKeyViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected,
            _ => false,
        };
}
