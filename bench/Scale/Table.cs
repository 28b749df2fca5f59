using System.Collections;
using CareerCompass.Web.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace CareerCompass.Bench.Scale;

/// <summary>
/// Bulk inserts: COPY on PostgreSQL, a prepared statement on SQLite. Columns not named get null or a default, so that a
/// new column breaks nothing here.
/// </summary>
internal sealed class Table
{
    private readonly string name;
    private readonly string[] names;
    private readonly IProperty[] columns;
    private readonly object?[] rest;

    public Table(CompassDb db, Type type, params string[] given)
    {
        var entity = db.Model.FindEntityType(type)!;
        name = entity.GetTableName()!;
        var store = StoreObjectIdentifier.Table(name, entity.GetSchema());
        var all = entity.GetFlattenedProperties().ToDictionary(property => property.GetColumnName(store)!);
        var others = all.Where(column => !given.Contains(column.Key) && !column.Value.IsNullable)
            .Select(column => column.Value)
            .ToArray();
        names = [.. given, .. others.Select(property => property.GetColumnName(store)!)];
        columns = [.. given.Select(column => all[column]), .. others];
        rest = [.. others.Select(Plainest)];
    }

    public async Task WriteAsync(NpgsqlConnection connection, IEnumerable<object?[]> rows)
    {
        var types = columns.Select(StoreType).ToArray();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{name}\" ({string.Join(", ", names.Select(column => $"\"{column}\""))}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < types.Length; i++)
            {
                var value = i < row.Length ? row[i] : rest[i - row.Length];
                await (value is null ? copy.WriteNullAsync() : copy.WriteAsync(value, types[i]));
            }
        }

        await copy.CompleteAsync();
    }

    public void Write(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<object?[]> rows)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText =
            $"INSERT INTO \"{name}\" ({string.Join(", ", names.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", names.Select((_, i) => $"$p{i}"))})";
        var parameters = columns
            .Select((_, i) => insert.Parameters.Add(new SqliteParameter($"$p{i}", DBNull.Value)))
            .ToArray();
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = (i < row.Length ? row[i] : rest[i - row.Length]) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private static object Plainest(IProperty property) =>
        property.ClrType switch
        {
            var type when type == typeof(string) => "",
            { IsEnum: true } type => Enum.GetNames(type)[0],
            var type when typeof(IEnumerable).IsAssignableFrom(type) => Array.Empty<byte>(),
            var type => Activator.CreateInstance(type)!,
        };

    private static NpgsqlDbType StoreType(IProperty property) =>
        property.GetColumnType().Split('(')[0] switch
        {
            "uuid" => NpgsqlDbType.Uuid,
            "boolean" => NpgsqlDbType.Boolean,
            "integer" => NpgsqlDbType.Integer,
            "date" => NpgsqlDbType.Date,
            "time without time zone" => NpgsqlDbType.Time,
            "timestamp with time zone" => NpgsqlDbType.TimestampTz,
            "bytea" => NpgsqlDbType.Bytea,
            "bigint" => NpgsqlDbType.Bigint,
            _ => NpgsqlDbType.Text,
        };
}
