using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerCompass.Domain;
using CareerCompass.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareerCompass.Web.Persistence;

/// <summary>Exports all data of a person as JSON. Rows are found through the model, so that new
/// <see cref="OwnedEntity"/> types are included automatically.</summary>
public static class PersonExport
{
    /// <summary>Version of the format. Increase it with every breaking change.</summary>
    public const int FormatVersion = 1;

    /// <summary>Text columns with this suffix contain JSON and are exported as JSON, without the suffix.</summary>
    private const string JsonEnding = "Json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly MethodInfo Writer = typeof(PersonExport).GetMethod(
        nameof(WriteRowsAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Exports the context's person and all of their rows, including Trash.</summary>
    public static async Task<byte[]> ExportAsync(this CompassDb db, Guid personId, DateTime now)
    {
        using var buffer = new MemoryStream();
        await using (
            var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = Json.Encoder })
        )
        {
            writer.WriteStartObject();
            writer.WriteString("application", "CareerCompass");
            writer.WriteNumber("formatVersion", FormatVersion);
            writer.WriteString("exportedAt", now);
            writer.WritePropertyName("account");
            JsonSerializer.Serialize(
                writer,
                await db
                    .Users.Where(user => user.Id == personId)
                    .Select(user => new
                    {
                        user.Email,
                        user.EmailConfirmed,
                        LinkedSignIns = db
                            .UserLogins.Where(login => login.UserId == user.Id)
                            .Select(login => login.ProviderDisplayName)
                            .ToList(),
                    })
                    .SingleAsync(),
                Json
            );
            writer.WritePropertyName("person");
            WriteRow(writer, db.Model.FindEntityType(typeof(Person))!, await db.People.AsNoTracking().SingleAsync());
            foreach (var type in db.OwnedTypes())
            {
                writer.WritePropertyName(ExportNameOf(type));
                await (Task)Writer.MakeGenericMethod(type.ClrType).Invoke(null, [db, writer, type])!;
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static IEnumerable<IEntityType> OwnedTypes(this CompassDb db) =>
        db.Model.GetEntityTypes().Where(type => typeof(OwnedEntity).IsAssignableFrom(type.ClrType));

    public static string ExportNameOf(IEntityType type) => JsonNamingPolicy.CamelCase.ConvertName(type.GetTableName()!);

    private static async Task WriteRowsAsync<T>(CompassDb db, Utf8JsonWriter writer, IEntityType type)
        where T : OwnedEntity
    {
        writer.WriteStartArray();
        await foreach (
            var row in db.Set<T>()
                .IgnoreQueryFilters([QueryFilters.Trash])
                .AsNoTracking()
                .OrderBy(row => row.Id)
                .AsAsyncEnumerable()
        )
        {
            WriteRow(writer, type, row);
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, IEntityType type, object row)
    {
        writer.WriteStartObject();
        foreach (var property in type.GetProperties().Where(property => property.Name != nameof(OwnedEntity.OwnerId)))
        {
            Write(writer, property, property.GetGetter().GetClrValue(row));
        }

        foreach (var property in type.GetComplexProperties())
        {
            Write(writer, property, property.GetGetter().GetClrValue(row));
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IPropertyBase property, object? value)
    {
        var nested = value is string && property.Name.EndsWith(JsonEnding, StringComparison.Ordinal);
        writer.WritePropertyName(
            JsonNamingPolicy.CamelCase.ConvertName(nested ? property.Name[..^JsonEnding.Length] : property.Name)
        );
        if (nested)
        {
            // Parsed rather than copied, for consistent formatting
            using var document = JsonDocument.Parse((string)value!);
            document.WriteTo(writer);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, property.ClrType, Json);
        }
    }
}
