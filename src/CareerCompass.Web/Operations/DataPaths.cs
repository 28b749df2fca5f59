namespace CareerCompass.Web.Operations;

public sealed record DataPaths(string Folder, string KeyFolder, string BackupFolder, string? DatabaseFile)
{
    /// <summary>Exclusive during a migration or restore.</summary>
    public string MigrationLockFile => Path.Combine(Folder, "migrate.lock");

    /// <summary>Shared by running servers; exclusive for operations that need them stopped.</summary>
    public string RunningLockFile => Path.Combine(Folder, "running.lock");
}
