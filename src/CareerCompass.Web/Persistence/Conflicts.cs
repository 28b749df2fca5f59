using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerCompass.Web.Persistence;

/// <summary>Distinguishes concurrency conflicts from other save failures.</summary>
public static class Conflicts
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteForeignKey = 787;

    /// <summary>Whether the error is a concurrent update, a duplicate key, a deleted parent or a deadlock. EF wraps
    /// transient errors such as deadlocks once more.</summary>
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
