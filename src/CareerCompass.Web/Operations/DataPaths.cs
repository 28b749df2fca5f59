namespace CareerCompass.Web.Operations;

/// <summary>Where what outlives the process lies.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Keys">The folder of the data-protection keys.</param>
/// <param name="Backups">The folder that backups go to.</param>
/// <param name="DatabaseFile">The SQLite file; null on PostgreSQL.</param>
public sealed record DataPaths(string Folder, string Keys, string Backups, string? DatabaseFile)
{
    /// <summary>Held alone by whoever migrates or restores.</summary>
    public string MigrateLock => Path.Combine(Folder, "migrate.lock");

    /// <summary>Held by each running server for its life, shared with others; alone by whoever wants none to run.</summary>
    public string RunningLock => Path.Combine(Folder, "running.lock");
}
