using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Taker = CareerCompass.Web.Operations.Backups.BackupStore;

namespace CareerCompass.Web.Tests.Backups;

public sealed class RestoreTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Backup backup = null!;

    private string Database => Path.Combine(app.Folder, "compass.db");

    public async Task InitializeAsync()
    {
        app = await TestApp.PrepareAsync();
        await using var first = app.Twin();
        var ada = await first.RegisterAsync("ada@example.org");
        await first.GoalAsync(ada.PersonId);
        backup = await first.Services.GetRequiredService<Taker>().CreateAsync(Backup.Manual);
        await first.OpenAccountAsync("late@example.org");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_restore_is_refused_while_the_app_runs_and_goes_when_it_was_stopped_or_killed()
    {
        foreach (var kill in new[] { false, true })
        {
            using var server = AppProcess.Start(app);
            await Poll.UntilAsync(
                () => Task.FromResult(server.Output.Contains("Now listening on", StringComparison.Ordinal)),
                () => server.Output
            );

            var refused = await CommandLine.RunAsync(app, "restore", backup.Path);
            Assert.Equal(
                (1, "CareerCompass is still running on this database. Stop it, restore, then start it again.\n"),
                (refused.ExitCode, refused.Errors)
            );
            Assert.Empty(Directory.GetFiles(app.Folder, "*.replaced-*"));

            if (kill)
            {
                server.Kill();
            }
            else
            {
                await server.StopAsync();
            }

            var restored = await CommandLine.RunAsync(app, "restore", Path.GetFileName(backup.Path));
            Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
            Assert.StartsWith(
                "Restored the database as it was on 3 March 2027, 10:00 UTC: 1 people, 1 goals.\n",
                restored.Output
            );
            Assert.Contains("Next: start the app", restored.Output);
            Assert.Equal(["ada@example.org"], await PeopleAsync());
            foreach (var replaced in Directory.GetFiles(app.Folder, "*.replaced-*"))
            {
                File.Delete(replaced);
            }
        }
    }

    [Fact]
    public async Task The_database_that_is_replaced_is_kept_with_what_was_only_in_its_log()
    {
        // As a killed server leaves it: the newest rows are in the write-ahead log
        SqliteConnection.ClearAllPools();
        await using (var db = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText =
                "UPDATE AspNetUsers SET Email = 'newest@example.org' WHERE Email = 'late@example.org'";
            await command.ExecuteNonQueryAsync();
            Assert.True(new FileInfo(Database + "-wal").Length > 0);
            foreach (var file in new[] { "", "-wal" })
            {
                File.Copy(Database + file, Path.Combine(app.Folder, "killed" + file));
            }
        }

        File.Move(Path.Combine(app.Folder, "killed"), Database, overwrite: true);
        File.Move(Path.Combine(app.Folder, "killed-wal"), Database + "-wal", overwrite: true);

        var restored = await CommandLine.RunAsync(app, "restore", backup.Path);

        Assert.Equal(0, restored.ExitCode);
        var replaced = Assert.Single(Directory.GetFiles(app.Folder, "compass.db.replaced-*"));
        Assert.Contains($"The replaced database is kept as {replaced}.", restored.Output);
        Assert.Equal(["ada@example.org"], await PeopleAsync());
        File.Move(replaced, Database, overwrite: true);
        Assert.Equal(["ada@example.org", "newest@example.org"], await PeopleAsync());
    }

    [Fact]
    public async Task On_a_fresh_machine_a_backup_brings_back_people_and_their_sign_ins()
    {
        await using var fresh = await TestApp.PrepareAsync();
        Assert.Equal(0, (await CommandLine.RunAsync(fresh, "restore", backup.Path)).ExitCode);

        Assert.Equal(
            Directory.GetFiles(Path.Combine(app.Folder, "keys")).Select(Path.GetFileName),
            Directory.GetFiles(Path.Combine(fresh.Folder, "keys")).Select(Path.GetFileName)
        );
        Assert.Equal(1, await fresh.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            FileRights.Of(Path.Combine(fresh.Folder, "compass.db"))
        );
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_the_database_left_alone()
    {
        var bytes = await File.ReadAllBytesAsync(backup.Path);
        // A single bit may decompress to the same bytes, which is no damage
        bytes.AsSpan(bytes.Length / 2, 64).Reverse();
        await File.WriteAllBytesAsync(backup.Path, bytes);

        await RefusedAsync("is not a CareerCompass backup, or it is damaged. Choose another one.");
        await File.WriteAllTextAsync(backup.Path, "This is no backup.");
        await RefusedAsync("is not a CareerCompass backup, or it is damaged. Choose another one.");
        File.Delete(backup.Path);
        await RefusedAsync(
            $"There is no file {backup.Path}, here or in {Path.Combine(app.Folder, "backups")}. There are no backups."
        );
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused_with_the_way_out()
    {
        await using (var newer = app.Twin())
        {
            await newer.WithDbAsync(Guid.Empty, db =>
                db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231235959_FromTheFuture', '99.0')"""
                )
            );
            backup = await newer.Services.GetRequiredService<Taker>().CreateAsync(Backup.Manual);
            await newer.WithDbAsync(Guid.Empty, db =>
                db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "ProductVersion" = '99.0'""")
            );
        }

        await RefusedAsync("The backup was taken by a newer version of CareerCompass");
    }

    [Fact]
    public async Task A_restore_that_was_killed_half_way_is_finished_by_the_next_start()
    {
        SqliteConnection.ClearAllPools();
        File.Copy(Database, Database + ".restored"); // verified, but killed before it was put in place
        await using (var db = new SqliteConnection($"Data Source={Database}.restored;Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText =
                "UPDATE AspNetUsers SET Email = 'restored@example.org' WHERE Email = 'late@example.org'";
            await command.ExecuteNonQueryAsync();
        }

        // Killed just before, and just after the old one was moved aside
        Assert.Equal(["ada@example.org", "restored@example.org"], await PeopleAsync());
        File.Move(Database, Database + ".restored");
        Assert.Equal(["ada@example.org", "restored@example.org"], await PeopleAsync());

        await File.WriteAllTextAsync(Database + ".restoring", "half unpacked");
        Assert.Equal(["ada@example.org", "restored@example.org"], await PeopleAsync());
    }

    [Fact]
    public async Task A_start_waits_for_a_restore_and_says_so_when_that_takes_too_long()
    {
        using var restoring = new FileStream(
            Path.Combine(app.Folder, "running.lock"),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None
        );

        var refused = Assert.Throws<UserFacingException>(() => app.Twin());

        Assert.Equal("A backup is being restored. Start again when it has finished.", refused.Message);
        await Task.CompletedTask;
    }

    private async Task RefusedAsync(string why)
    {
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(Database);
        var refused = await CommandLine.RunAsync(app, "restore", backup.Path);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains(why, refused.Errors);
        Assert.Single(refused.Errors.TrimEnd().Split('\n'));
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        Assert.Empty(Directory.GetFiles(app.Folder, "*.restor*"));
        Assert.Empty(Directory.GetFiles(app.Folder, "*.replaced-*"));
    }

    private async Task<List<string?>> PeopleAsync()
    {
        await using var next = app.Twin();
        var people = await next.WithDbAsync(Guid.Empty, db =>
            db.Users.Select(user => user.Email).Order().ToListAsync()
        );
        SqliteConnection.ClearAllPools();
        return people;
    }
}
