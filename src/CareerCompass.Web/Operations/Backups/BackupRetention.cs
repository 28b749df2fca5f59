using System.Globalization;

namespace CareerCompass.Web.Operations.Backups;

public static class BackupRetention
{
    private const int Days = 7;
    private const int Weeks = 4;
    private const int Migrations = 3;

    /// <summary>
    /// Keeps nightly backups of the last 7 days and the 4 weeks before, the last 3 before a migration, and all taken by
    /// hand. Counts only days and weeks with a backup, so that downtime deletes nothing.
    /// </summary>
    public static IReadOnlyList<Backup> FindExpired(IEnumerable<Backup> backups)
    {
        var all = backups.OrderByDescending(backup => backup.TakenAt).ToList();
        var nightly = all.Where(backup => backup.Reason == Backup.Nightly).ToList();
        var days = nightly.DistinctBy(backup => backup.TakenAt.Date).Take(Days);
        var weeks = nightly.Where(backup => Week(backup) != Week(nightly[0])).DistinctBy(Week).Take(Weeks);
        var before = all.Where(backup => backup.IsBeforeMigration).Take(Migrations);
        return [.. all.Where(backup => backup.Reason != Backup.Manual).Except([.. days, .. weeks, .. before])];
    }

    private static (int Year, int Week) Week(Backup backup) =>
        (ISOWeek.GetYear(backup.TakenAt), ISOWeek.GetWeekOfYear(backup.TakenAt));
}
