using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>
/// Uses the backup API rather than VACUUM INTO, which cannot run inside a transaction: only there can the rows be
/// counted in exactly the copied state. It is also faster, and can be cancelled.
/// </summary>
internal static class SqliteSnapshot
{
    private const int PagesPerStep = 1024;

    public static SortedDictionary<string, long> Copy(string from, string to, CancellationToken cancellation)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWrite);
        // A power cut may destroy this copy, but not the archive
        Execute(target, "PRAGMA synchronous = OFF");
        Execute(source, "BEGIN");
        // The first read fixes the transaction's snapshot
        var counts = Counts(source);
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
        // Leaves one file, without a log
        Execute(target, "PRAGMA journal_mode = DELETE");
        return counts;
    }

    /// <exception cref="UserFacingException">The file is damaged or not from this app.</exception>
    public static void Verify(string file, IReadOnlyDictionary<string, long>? counts, CancellationToken cancellation)
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

    public static IReadOnlyList<string> Migrations(string file)
    {
        using var db = Open(file, SqliteOpenMode.ReadOnly);
        return Rows(db, "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'").Count == 0
            ? []
            : Rows(db, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
    }

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
