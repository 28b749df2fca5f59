using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Tests.Backups;

public sealed class BackupRetentionTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTime Newest = new(2027, 3, 3, 3, 41, 0, DateTimeKind.Utc);

    [Fact]
    public void Seven_days_and_the_last_of_four_weeks_are_kept()
    {
        var kept = Kept(Enumerable.Range(0, 60).Select(day => Nightly(Newest.AddDays(-day))));

        Assert.Equal(
            // In March and February; the last Sunday is also one of the seven days
            [3, 2, 1, 28, 27, 26, 25, 21, 14, 7],
            kept.Select(backup => backup.TakenAt.Day)
        );
    }

    [Fact]
    public void Night_after_night_comes_to_the_same()
    {
        var folder = new List<Backup>();
        for (var night = 0; night < 400; night++)
        {
            folder.Add(Nightly(Newest.AddDays(night)));
            folder = Kept(folder);
            Assert.InRange(folder.Count, Math.Min(night + 1, 7), 11);
        }

        Assert.Equal(Kept(Enumerable.Range(0, 400).Select(night => Nightly(Newest.AddDays(night)))), folder);
        Assert.True(folder[0].TakenAt - folder[^1].TakenAt > TimeSpan.FromDays(21));
    }

    [Fact]
    public void Of_one_day_the_newest_is_kept() =>
        Assert.Equal(
            [Nightly(Newest)],
            Kept([Nightly(Newest.AddHours(-3)), Nightly(Newest), Nightly(Newest.AddHours(-1))])
        );

    [Fact]
    public void Nothing_goes_because_the_app_stood_still()
    {
        var old = Enumerable.Range(0, 7).Select(day => Nightly(Newest.AddYears(-1).AddDays(-day))).ToList();
        Assert.Equal(old, Kept(old));
        Assert.Contains(old[0], Kept([.. old, Nightly(Newest)]));
    }

    [Fact]
    public void The_last_three_before_an_update_are_kept_and_all_that_were_taken_by_hand()
    {
        var before = Enumerable
            .Range(0, 5)
            .Select(day => new Backup("x", Newest.AddDays(-day), "before-Operations"))
            .ToList();
        var manual = Enumerable
            .Range(0, 20)
            .Select(day => new Backup("x", Newest.AddDays(-400 - day), Backup.Manual))
            .ToList();

        Assert.Equal([.. before.Take(3), .. manual], Kept([.. before, .. manual]));
    }

    [Fact]
    public void A_backup_is_known_by_its_name()
    {
        var name = Backup.FileName(Newest, Backup.BeforeMigration("20270303100000_Operations"));

        Assert.Equal("careercompass-20270303T034100Z-before-Operations.zip", name);
        Assert.Equal(new Backup("/data/" + name, Newest, "before-Operations"), Backup.Parse("/data/" + name));
        Assert.All(
            [
                "compass.db",
                "careercompass-20270303T034100Z-nightly.zip.part",
                "careercompass-20279903T034100Z-nightly.zip",
                "careercompass-20270303T034100Z-other.zip",
            ],
            other => Assert.Null(Backup.Parse(other))
        );
    }

    private static Backup Nightly(DateTime at) => new("x", at, Backup.Nightly);

    private static List<Backup> Kept(IEnumerable<Backup> all)
    {
        var list = all.ToList();
        return [.. list.Except(BackupRetention.FindExpired(list)).OrderByDescending(backup => backup.TakenAt)];
    }
}
