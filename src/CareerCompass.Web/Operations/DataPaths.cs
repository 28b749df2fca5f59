namespace CareerCompass.Web.Operations;

public sealed record DataPaths(string Folder, string Keys, string Backups, string? DatabaseFile)
{
    /// <summary>Exclusive during a migration or restore.</summary>
    public string MigrateLock => Path.Combine(Folder, "migrate.lock");

    /// <summary>Shared by running servers; exclusive for operations that need them stopped.</summary>
    public string RunningLock => Path.Combine(Folder, "running.lock");
}
