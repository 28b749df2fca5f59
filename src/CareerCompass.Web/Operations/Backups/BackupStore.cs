namespace CareerCompass.Web.Operations.Backups;

/// <summary>Takes, lists and drops backups of a SQLite database.</summary>
public sealed class BackupStore(DataPaths places, TimeProvider clock, ILogger<BackupStore> log)
{
    private const string Unfinished = ".careercompass-writing-";
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Those in the folder, the newest first. Each was checked before it got its name.</summary>
    public IReadOnlyList<Backup> List() =>
        !Directory.Exists(places.Backups)
            ? []
            :
            [
                .. Directory
                    .GetFiles(places.Backups)
                    .Select(Backup.Parse)
                    .OfType<Backup>()
                    .OrderByDescending(backup => backup.TakenAt),
            ];

    /// <summary>Takes a backup, checks it, and only then gives it its name. The app may go on working meanwhile.</summary>
    /// <param name="to">Another place than the folder of backups.</param>
    /// <exception cref="UserFacingException">It could not be taken, or did not stand the check. Nothing is left of it.</exception>
    public async Task<Backup> CreateAsync(string reason, string? to = null, CancellationToken cancellation = default)
    {
        if (places.DatabaseFile is not { } database)
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
                to is null ? places.Backups : Path.GetDirectoryName(Path.GetFullPath(to))!,
                ours: to is null
            );

            // One at a time, so that whatever else is unfinished was left by a process that was killed
            using var alone = await FileLock.TryAsync(
                Path.Combine(places.Folder, "backup.lock"),
                LockTimeout,
                cancellation: cancellation
            ) ?? throw new UserFacingException("Another backup is still running. Try again when it has finished.");
            return await Task.Run(() => Create(database, folder, reason, to, cancellation), cancellation);
        }
        catch (Exception error)
            when (error is not (UserFacingException or OperationCanceledException)
                && UserFacingException.Describe(error) is { } told
            )
        {
            throw new UserFacingException($"The backup failed. {told}", error);
        }
    }

    /// <summary>Deletes those that have served their time.</summary>
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
            SqliteSnapshot.Check(copy, rows, cancellation);
            BackupArchive.Write(
                archive,
                copy,
                places.Keys,
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

        // Names count seconds. The next one is free, if not this one
        var path = Path.Combine(places.Backups, Backup.FileName(now, reason));
        for (; File.Exists(path); path = Path.Combine(places.Backups, Backup.FileName(now, reason)))
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
