using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerCompass.Web.Data;

/// <summary>Tells a save that somebody else was faster than from one that is simply wrong.</summary>
public static class Conflicts
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteForeignKey = 787;

    /// <summary>Another request or process changed the same row, wrote the same unique key, or deleted what this belongs to, first.</summary>
    public static bool IsConflict(this DbUpdateException error) => error is DbUpdateConcurrencyException || error.InnerException is
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey or SqliteForeignKey } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.SerializationFailure };
}
