using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>
/// A copy of a SQLite database as it stood at one instant, while others go on reading and writing. By SQLite's backup API
/// rather than VACUUM INTO: that cannot run inside a transaction, and only there can the rows be counted in the very state
/// that is copied. It copies pages, so it is also quicker, and can be stopped half-way.
/// </summary>
internal static class SqliteSnapshot
{
    private const int PagesPerStep = 1024;

    /// <summary>Copies the database to a file that is empty so far.</summary>
    /// <returns>How many rows each table had.</returns>
    public static SortedDictionary<string, long> Copy(string from, string to, CancellationToken cancellation)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWrite);
        Execute(target, "PRAGMA synchronous = OFF"); // what survives a power cut is the archive
        Execute(source, "BEGIN");
        var counts = Counts(source); // the first read decides which state is seen until the end of the transaction
        using (var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main"))
        {
            int result;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                result = raw.sqlite3_backup_step(backup, PagesPerStep);
            } while (result == raw.SQLITE_OK);
            if (result != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(result, target.Handle);
            }
        }

        Execute(source, "ROLLBACK");
        Execute(target, "PRAGMA journal_mode = DELETE"); // one file, without a log beside it
        return counts;
    }

    /// <summary>Opens the file and checks each page, each reference and, where they are known, the number of rows.</summary>
    /// <exception cref="UserFacingException">It is damaged or not the app's.</exception>
    public static void Check(string file, IReadOnlyDictionary<string, long>? counts, CancellationToken cancellation)
    {
        try
        {
            using var db = Open(file, SqliteOpenMode.ReadOnly);
            using var stop = cancellation.Register(() => raw.sqlite3_interrupt(db.Handle));
            if (Rows(db, "PRAGMA integrity_check") is not ["ok"] and var damage)
            {
                throw new UserFacingException($"The database is damaged: {damage[0]}");
            }

            if (Rows(db, "PRAGMA foreign_key_check") is [var table, ..])
            {
                throw new UserFacingException(
                    $"The database is damaged: a row in table {table} refers to a row that is missing."
                );
            }

            var found = Counts(db);
            if (
                counts is not null
                && counts.FirstOrDefault(count => found.GetValueOrDefault(count.Key, -1) != count.Value)
                    is { Key: { } name } wrong
            )
            {
                throw new UserFacingException(
                    $"The copy is incomplete: the table {name} should have {wrong.Value} rows but has "
                        + $"{found.GetValueOrDefault(name)}."
                );
            }
        }
        catch (SqliteException error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
                ? new UserFacingException("The database is damaged: it cannot be read.", error)
                : error;
        }
    }

    /// <summary>The migrations that the database has had, oldest first; none when it is not the app's.</summary>
    public static IReadOnlyList<string> Migrations(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        return Rows(db, "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0
            ? []
            : Rows(db, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
    }

    /// <summary>Writes what is still in the log beside the file into the file, so that it stands alone.</summary>
    public static void Checkpoint(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadWrite);
        Execute(db, "PRAGMA wal_checkpoint(TRUNCATE)");
        Execute(db, "PRAGMA journal_mode = DELETE");
    }

    private static SortedDictionary<string, long> Counts(SqliteConnection db)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (
            var table in Rows(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        )
        {
            counts[table] = long.Parse(
                Rows(db, $"SELECT count(*) FROM \"{table}\"")[0],
                System.Globalization.CultureInfo.InvariantCulture
            );
        }

        return counts;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var db = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        db.Open();
        return db;
    }

    private static List<string> Rows(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static void Execute(SqliteConnection db, string sql) => Rows(db, sql);
}
