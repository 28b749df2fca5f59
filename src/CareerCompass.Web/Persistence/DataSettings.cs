namespace CareerCompass.Web.Persistence;

/// <summary>Settings "Database" and "Data".</summary>
public sealed class DataSettings
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Needed for PostgreSQL; on SQLite the file is compass.db in the data folder unless this says otherwise.</summary>
    public string? ConnectionString { get; set; }
}
