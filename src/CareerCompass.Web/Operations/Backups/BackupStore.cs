namespace CareerCompass.Web.Operations.Backups;

public sealed class BackupStore(DataPaths paths, TimeProvider clock, ILogger<BackupStore> log)
{
    private const string Unfinished = ".careercompass-writing-";
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(2);

    public IReadOnlyList<Backup> List() =>
        !Directory.Exists(paths.BackupFolder)
            ? []
            :
            [
                .. Directory
                    .GetFiles(paths.BackupFolder)
                    .Select(Backup.Parse)
                    .OfType<Backup>()
                    .OrderByDescending(backup => backup.TakenAt),
            ];

    /// <summary>The file gets its final name only after verification. The app keeps running.</summary>
    /// <param name="to">A target other than the backup folder.</param>
    /// <exception cref="UserFacingException">The backup failed. No file remains.</exception>
    public async Task<Backup> CreateAsync(string reason, string? to = null, CancellationToken cancellation = default)
    {
        if (paths.DatabaseFile is not { } database)
        {
            throw new UserFacingException(
                "The database is PostgreSQL, which has its own tool: pg_dump --format=custom "
                    + "--file=careercompass.dump DATABASE"
            );
        }

        if (!File.Exists(database))
        {
            throw new UserFacingException($"There is no database at {database} yet.");
        }

        try
        {
            var folder = Folder(
                to is null ? paths.BackupFolder : Path.GetDirectoryName(Path.GetFullPath(to))!,
                ours: to is null
            );

            // One at a time, so that any unfinished file was left by a killed process
            using var alone = await FileLock.TryAcquireAsync(
                Path.Combine(paths.Folder, "backup.lock"),
                LockTimeout,
                cancellation: cancellation
            ) ?? throw new UserFacingException("Another backup is still running. Try again when it has finished.");
            return await Task.Run(() => Create(database, folder, reason, to, cancellation), cancellation);
        }
        catch (Exception error)
            when (error is not (UserFacingException or OperationCanceledException)
                && UserFacingException.Describe(error) is { } message
            )
        {
            throw new UserFacingException($"The backup failed. {message}", error);
        }
    }

    public void DeleteExpired()
    {
        foreach (var backup in BackupRetention.FindExpired(List()))
        {
            File.Delete(backup.Path);
            log.LogInformation("Deleted the backup {Backup}, which is no longer needed", Path.GetFileName(backup.Path));
        }
    }

    private Backup Create(string database, string folder, string reason, string? to, CancellationToken cancellation)
    {
        foreach (var left in Directory.GetFiles(folder, Unfinished + "*"))
        {
            File.Delete(left);
        }

        var (copy, archive) = (Path.Combine(folder, Unfinished + "copy"), Path.Combine(folder, Unfinished + "archive"));
        try
        {
            BackupArchive.CreatePrivateFile(copy).Dispose();
            var now = clock.GetUtcNow().UtcDateTime;
            var rows = SqliteSnapshot.Copy(database, copy, cancellation);
            SqliteSnapshot.Verify(copy, rows, cancellation);
            BackupArchive.Write(
                archive,
                copy,
                paths.KeyFolder,
                new BackupContents(
                    0,
                    now,
                    reason,
                    App.Version,
                    SqliteSnapshot.Migrations(copy) is [.., var last] ? last : null,
                    0,
                    [],
                    rows
                )
            );
            BackupArchive.Verify(archive, cancellation);
            return Name(archive, now, reason, to is null ? null : Path.GetFullPath(to));
        }
        finally
        {
            File.Delete(copy);
            File.Delete(archive);
        }
    }

    private Backup Name(string archive, DateTime now, string reason, string? to)
    {
        if (to is not null)
        {
            File.Move(archive, to);
            return new Backup(to, now, reason);
        }

        var path = Path.Combine(paths.BackupFolder, Backup.FileName(now, reason));
        for (; File.Exists(path); path = Path.Combine(paths.BackupFolder, Backup.FileName(now, reason)))
        {
            now = now.AddSeconds(1);
        }

        File.Move(archive, path);
        log.LogInformation("Created the backup {Backup}", Path.GetFileName(path));
        return Backup.Parse(path)!;
    }

    private static string Folder(string folder, bool ours)
    {
        if (!ours || OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder).FullName;
        }

        return Directory
            .CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
            .FullName;
    }
}
