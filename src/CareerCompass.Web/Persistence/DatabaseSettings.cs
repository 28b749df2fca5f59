namespace CareerCompass.Web.Persistence;

/// <summary>Settings in the "Database" and "Data" sections.</summary>
public sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Required for PostgreSQL. On SQLite it defaults to compass.db in the data folder.</summary>
    public string? ConnectionString { get; set; }
}
