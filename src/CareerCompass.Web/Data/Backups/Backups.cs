namespace CareerCompass.Web.Data.Backups;

/// <summary>Takes, lists and drops backups of a SQLite database.</summary>
public sealed class Backups(DataPlaces places, TimeProvider clock, ILogger<Backups> log)
{
    private const string Unfinished = ".careercompass-writing-";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Those in the folder, the newest first. Each was checked before it got its name.</summary>
    public IReadOnlyList<Backup> List() => !Directory.Exists(places.Backups) ? []
        : [.. Directory.GetFiles(places.Backups).Select(Backup.Parse).OfType<Backup>().OrderByDescending(backup => backup.TakenAt)];

    /// <summary>Takes a backup, checks it, and only then gives it its name. The app may go on working meanwhile.</summary>
    /// <param name="to">Another place than the folder of backups.</param>
    /// <exception cref="Refusal">It could not be taken, or did not stand the check. Nothing is left of it.</exception>
    public async Task<Backup> TakeAsync(string reason, string? to = null, CancellationToken cancellation = default)
    {
        if (places.DatabaseFile is not { } database)
        {
            throw new Refusal("The database is PostgreSQL, which brings its own tool: pg_dump --format=custom --file=careercompass.dump DATABASE");
        }

        if (!File.Exists(database))
        {
            throw new Refusal($"There is no database yet at {database}.");
        }

        try
        {
            var folder = Folder(to is null ? places.Backups : Path.GetDirectoryName(Path.GetFullPath(to))!, ours: to is null);

            // One at a time, so that whatever else is unfinished was left by a process that was killed
            using var alone = await FileLock.TryAsync(Path.Combine(places.Folder, "backup.lock"), Patience, cancellation: cancellation)
                ?? throw new Refusal("Another backup is still being taken. Try again when it has ended.");
            return await Task.Run(() => Take(database, folder, reason, to, cancellation), cancellation);
        }
        catch (Exception error) when (error is not (Refusal or OperationCanceledException) && Refusal.Tell(error) is { } told)
        {
            throw new Refusal($"The backup failed. {told}", error);
        }
    }

    /// <summary>Deletes those that have served their time.</summary>
    public void Drop()
    {
        foreach (var backup in Retention.Spent(List()))
        {
            File.Delete(backup.Path);
            log.LogInformation("Dropped the backup {Backup}, which has served its time", Path.GetFileName(backup.Path));
        }
    }

    private Backup Take(string database, string folder, string reason, string? to, CancellationToken cancellation)
    {
        foreach (var left in Directory.GetFiles(folder, Unfinished + "*"))
        {
            File.Delete(left);
        }

        var (copy, archive) = (Path.Combine(folder, Unfinished + "copy"), Path.Combine(folder, Unfinished + "archive"));
        try
        {
            Archive.Private(copy).Dispose();
            var now = clock.GetUtcNow().UtcDateTime;
            var rows = Snapshot.Copy(database, copy, cancellation);
            Snapshot.Check(copy, rows, cancellation);
            Archive.Write(archive, copy, places.Keys, new Contents(0, now, reason, App.Version, Snapshot.Migrations(copy) is [.., var last] ? last : null, 0, [], rows));
            Archive.Verify(archive, cancellation);
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
        var path = Path.Combine(places.Backups, Backup.NameOf(now, reason));
        for (; File.Exists(path); path = Path.Combine(places.Backups, Backup.NameOf(now, reason)))
        {
            now = now.AddSeconds(1);
        }

        File.Move(archive, path);
        log.LogInformation("Took the backup {Backup}", Path.GetFileName(path));
        return Backup.Parse(path)!;
    }

    private static string Folder(string folder, bool ours)
    {
        if (!ours || OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder).FullName;
        }

        return Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
