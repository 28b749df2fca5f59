using System.Globalization;

namespace CareerCompass.Web.Operations.Backups;

/// <summary>Which backups have served their time.</summary>
public static class BackupRetention
{
    private const int Days = 7;
    private const int Weeks = 4;
    private const int Migrations = 3;

    /// <summary>
    /// Of the nightly ones are kept the newest of each of the last 7 days, and of each of the last 4 weeks before the newest
    /// one's own: days and weeks that have one, so that nothing goes only because the app stood still. Of those before a
    /// migration the last 3, and whatever somebody took by hand.
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
