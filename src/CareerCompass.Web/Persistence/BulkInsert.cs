using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CareerCompass.Web.Persistence;

/// <summary>Inserts many rows of one type without the change tracker: COPY on PostgreSQL, a prepared statement on
/// SQLite. Must run in a transaction.</summary>
public static class BulkInsert
{
    public static async Task InsertAsync<T>(
        this CompassDb db,
        IReadOnlyCollection<T> rows,
        CancellationToken cancellation = default
    )
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Select(property => new Column(property)).ToList();
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        try
        {
            if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            {
                await using var copy = await postgres.BeginBinaryImportAsync(
                    $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)",
                    cancellation
                );
                await CopyAsync(copy, columns, rows, cancellation);
            }
            else
            {
                await using var insert = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
                insert.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
                insert.CommandText =
                    $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES "
                    + $"({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
                InsertEach(insert, columns, rows);
            }
        }
        catch (DbException error)
        {
            throw new DbUpdateException($"Rows of {type.GetTableName()} could not be written.", error);
        }
    }

    private static async Task CopyAsync<T>(
        NpgsqlBinaryImporter copy,
        List<Column> columns,
        IEnumerable<T> rows,
        CancellationToken cancellation
    )
        where T : class
    {
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                await (
                    column.ValueOf(row) is { } value
                        ? copy.WriteAsync(value, column.Type, cancellation)
                        : copy.WriteNullAsync(cancellation)
                );
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    // SQLite is a local file, so asynchronous calls would gain nothing
    private static void InsertEach<T>(SqliteCommand insert, List<Column> columns, IEnumerable<T> rows)
        where T : class
    {
        var parameters = columns
            .Select((_, i) => insert.Parameters.Add(new SqliteParameter($"$p{i}", DBNull.Value)))
            .ToList();
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private sealed class Column(IProperty property)
    {
        public string Name { get; } = property.GetColumnName();

        public string Type { get; } = property.GetColumnType().Split('(')[0];

        public object? ValueOf(object row) =>
            property.GetGetter().GetClrValue(row) is { } value
                ? property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value
                : null;
    }
}
