using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Taker = CareerCompass.Web.Operations.Backups.BackupStore;

namespace CareerCompass.Web.Tests.Backups;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_holds_the_database_and_the_keys_and_says_what_is_in_it()
    {
        await using var app = await TestApp.StartAsync();
        var ada = await app.RegisterAsync("ada@example.org"); // signing in creates a key
        await app.GoalAsync(ada.PersonId);

        var backup = await Taker(app).CreateAsync(Backup.Manual);

        Assert.Equal("careercompass-20270303T100000Z-manual.zip", Path.GetFileName(backup.Path));
        using var zip = ZipFile.OpenRead(backup.Path);
        var keys = Directory
            .GetFiles(Path.Combine(app.Folder, "keys"))
            .Select(key => $"keys/{Path.GetFileName(key)}")
            .ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(
            ["backup.json", "compass.db", .. keys],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)
        );
        using var about = await JsonDocument.ParseAsync(await zip.GetEntry("backup.json")!.OpenAsync());
        Assert.Equal(
            (1, 1),
            (
                about.RootElement.GetProperty("rows").GetProperty("People").GetInt32(),
                about.RootElement.GetProperty("rows").GetProperty("Goals").GetInt32()
            )
        );
        Assert.Equal("0.2.0", about.RootElement.GetProperty("version").GetString());
        Assert.Equal([backup], Taker(app).List());
    }

    [Fact]
    public async Task Only_its_owner_may_read_a_backup_and_nothing_is_left_beside_it()
    {
        await using var app = await TestApp.StartAsync();

        var backup = await Taker(app).CreateAsync(Backup.Manual);

        var folder = Path.Combine(app.Folder, "backups");
        Assert.Equal([backup.Path], Directory.GetFileSystemEntries(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, FileRights.Of(backup.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, FileRights.Of(folder));
    }

    [Fact]
    public async Task Backups_show_one_instant_while_writes_go_on()
    {
        await using var app = await TestApp.StartAsync();
        var person = await app.OpenAccountAsync("ada@example.org");
        using var stop = new CancellationTokenSource();

        // Each transaction adds two goals, so a consistent copy has an even number
        var writing = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(async () =>
                {
                    for (var written = 0; ; written++)
                    {
                        if (stop.IsCancellationRequested)
                        {
                            return written;
                        }

                        await app.WithDbAsync(person, async db =>
                        {
                            await using var transaction = await db.Database.BeginTransactionAsync();
                            foreach (var title in new[] { "One", "Two" })
                            {
                                db.Goals.Add(
                                    new Goal(person, title, "", "", new DateOnly(2028, 1, 1), new DateOnly(2027, 3, 3))
                                );
                                await db.SaveChangesAsync();
                            }

                            await transaction.CommitAsync();
                        });
                    }
                })
            )
            .ToList();
        var counts = new List<long>();
        for (var taken = 0; taken < 6; taken++)
        {
            counts.Add(BackupArchive.Verify((await Taker(app).CreateAsync(Backup.Manual)).Path).Rows["Goals"]);
        }

        await stop.CancelAsync();
        var written = await Task.WhenAll(writing);

        Assert.All(counts, count => Assert.Equal(0, count % 2));
        Assert.Equal(counts.Order(), counts);
        Assert.True(counts[^1] > counts[0], "Nobody could write meanwhile.");
        Assert.Equal(2 * written.Sum(), await app.WithDbAsync(person, db => db.Goals.CountAsync()));
    }

    [Fact]
    public async Task A_damaged_database_makes_no_backup()
    {
        await using var app = await TestApp.StartAsync();
        await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));
        await app.WithDbAsync(Guid.Empty, db =>
            db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; DELETE FROM Goals; PRAGMA foreign_keys = ON")
        );

        var refused = await Assert.ThrowsAsync<UserFacingException>(() => Taker(app).CreateAsync(Backup.Nightly));

        Assert.Contains("refers to a row that is missing", refused.Message);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(app.Folder, "backups")));
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_cleared_away_by_the_next()
    {
        await using var app = await TestApp.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(app.Folder, "backups")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, ".careercompass-writing-copy"), "half");

        var backup = await Taker(app).CreateAsync(Backup.Manual);

        Assert.Equal([backup.Path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Several_taken_at_once_are_all_whole()
    {
        await using var app = await TestApp.StartAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Taker(app).CreateAsync(Backup.Manual)));

        Assert.Equal(4, taken.Select(backup => backup.Path).Distinct().Count());
        Assert.All(taken, backup => BackupArchive.Verify(backup.Path));
    }

    [Fact]
    public async Task A_wrong_byte_in_a_backup_is_noticed_unless_it_means_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var path = (await Taker(app).CreateAsync(Backup.Manual)).Path;
        var (bytes, whole) = (await File.ReadAllBytesAsync(path), JsonSerializer.Serialize(BackupArchive.Verify(path)));
        var noticed = 0;
        for (var at = 0; at < bytes.Length; at += bytes.Length / 97)
        {
            bytes[at] ^= 1;
            await File.WriteAllBytesAsync(path, bytes);
            try
            {
                // Such as an entry's timestamp
                Assert.Equal(whole, JsonSerializer.Serialize(BackupArchive.Verify(path)));
            }
            catch (UserFacingException userFacingException)
            {
                Assert.Contains("damaged", userFacingException.Message);
                noticed++;
            }

            bytes[at] ^= 1;
        }

        // An empty database is mostly zeros, and copying zeros elsewhere changes nothing
        Assert.True(noticed > 50, $"Only {noticed} were noticed.");
    }

    [Fact]
    public async Task The_nightly_job_takes_one_a_night_and_drops_what_has_served_its_time()
    {
        await using var app = await TestApp.StartAsync();
        for (var night = 0; night < 30; night++)
        {
            Assert.Equal(1, await app.RunAsync(RecurringJob.Backup));
            Assert.Equal(0, await app.RunAsync(RecurringJob.Backup));
            app.Clock.Now += TimeSpan.FromDays(1);
        }

        Assert.InRange(Taker(app).List().Count, 10, 11);
    }

    [Fact]
    public async Task A_disk_that_is_full_fails_the_night_loudly_and_leaves_nothing_behind()
    {
        await using var app = await TestApp.PrepareAsync();
        var disk = Directory.CreateDirectory(Path.Combine(app.Folder, "disk")).FullName;
        if (Run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk) != 0)
        {
            return; // only root can create a small disk
        }

        try
        {
            await using var full = app.Twin(("Backup:Folder", disk));
            var refused = await Assert.ThrowsAsync<UserFacingException>(() => full.RunAsync(RecurringJob.Backup));
            Assert.Contains("The disk is full", refused.Message);
            Assert.Empty(Directory.GetFiles(disk));
            Assert.Equal(
                refused.Message,
                await full.WithDbAsync(Guid.Empty, db => db.JobStatuses.Select(status => status.Error).SingleAsync())
            );
            Assert.Contains(full.Log.Lines, line => line.Contains("The disk is full", StringComparison.Ordinal));

            using var ready = await full.Anonymous().GetAsync("/readyz");
            Assert.Contains("The last nightly backup failed", await ready.Content.ReadAsStringAsync());
            var admin = await full.RegisterAsync("admin@example.org");
            Assert.Contains(
                "The disk is full",
                (await admin.ReadAsync("/admin")).QuerySelector("aside.notice")!.TextContent
            );
        }
        finally
        {
            Assert.Equal(0, Run("umount", "-l", disk));
        }
    }

    [Fact]
    public async Task Backups_that_grow_old_are_reported_once_the_app_is_older_than_that()
    {
        await using var app = await TestApp.StartAsync();
        await app.RunAsync(RecurringJob.Reviews);
        Assert.Null(await TroubleAsync(app));

        app.Clock.Now += TimeSpan.FromHours(37);
        Assert.Equal("The newest backup is more than 36 hours old.", await TroubleAsync(app));

        await app.RunAsync(RecurringJob.Backup);
        Assert.Null(await TroubleAsync(app));
        app.Clock.Now += TimeSpan.FromHours(36);
        Assert.Null(await TroubleAsync(app));
        app.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.NotNull(await TroubleAsync(app));
    }

    private static Taker Taker(TestApp app) => app.Services.GetRequiredService<Taker>();

    private static async Task<string?> TroubleAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BackupMonitor>().FindProblemAsync();
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
