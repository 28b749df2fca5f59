using System.Globalization;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests;

public sealed class DatabaseTests
{
    private const string Unknown = "29991231235959_FromTheFuture";

    [Fact]
    public async Task The_model_and_the_migrations_agree()
    {
        await using var app = await TestApp.StartAsync();
        Assert.False(
            await app.WithDbAsync(Guid.Empty, async db => db.Database.HasPendingModelChanges()),
            "Scaffold a migration: see CONTRIBUTING.md"
        );

        await using var postgres = new PostgresCompassDb(
            new DbContextOptionsBuilder<PostgresCompassDb>()
                .UseNpgsql("Host=unused")
                .UseApplicationServiceProvider(app.Services)
                .Options,
            new OwnerScope()
        );
        Assert.False(postgres.Database.HasPendingModelChanges(), "Scaffold a migration: see CONTRIBUTING.md");
    }

    [Fact]
    public async Task A_goal_has_its_milestones_and_tasks_by_one_way_only()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Equal(
            ["Milestones", "Tasks"],
            await app.WithDbAsync(Guid.Empty, async db =>
                db.Model.FindEntityType(typeof(Goal))!
                    .GetNavigations()
                    .Select(navigation => navigation.Name)
                    .Order()
                    .ToList()
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_empty_database_is_brought_to_the_newest_version_and_starts_again(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        await app.OpenAccountAsync("ada@example.org");

        await using var again = app.Twin();

        Assert.Empty(await again.WithDbAsync(Guid.Empty, db => db.Database.GetPendingMigrationsAsync()));
        Assert.Equal(1, await again.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({Unknown}, '99.0')"""
            )
        );

        var refused = Assert.Throws<UserFacingException>(() => app.Twin());

        var way =
            database == TestDatabase.Sqlite
                ? "restore a backup from before the update"
                : "restore a dump from before the update with pg_restore";
        Assert.Equal(
            $"The database was written by a newer version of CareerCompass (it has {Unknown}; this is 0.2.0). Start "
                + $"that version, or {way}.",
            refused.Message
        );
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_behind_does_not_stop_the_next_start()
    {
        await using var app = await TestApp.StartAsync();
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            // As EF Core creates it before migrating
            await db.Database.ExecuteSqlAsync(
                $"""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL)"""
            );
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-22 03:00:00+00:00')"""
            );
        });

        var start = Task.Run(() => app.Twin());

        Assert.Same(start, await Task.WhenAny(start, Task.Delay(TimeSpan.FromSeconds(20))));
        await (await start).DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Several_instances_may_start_at_once_on_an_empty_database(TestDatabase database)
    {
        await using var app = await TestApp.PrepareAsync(database);

        var twins = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => app.Twin())));

        foreach (var twin in twins)
        {
            Assert.Empty(await twin.WithDbAsync(Guid.Empty, db => db.Database.GetPendingMigrationsAsync()));
            await twin.DisposeAsync();
        }
    }

    [Fact]
    public async Task SQLite_loses_nothing_waits_for_others_and_holds_foreign_keys()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(["1", "2", "5000", "wal"], await app.WithDbAsync(Guid.Empty, async db =>
            {
                // Twice, to include a pooled connection
                await db.Database.OpenConnectionAsync();
                await db.Database.CloseConnectionAsync();
                await db.Database.OpenConnectionAsync();
                var values = new List<string>();
                foreach (var pragma in new[] { "foreign_keys", "synchronous", "busy_timeout", "journal_mode" })
                {
                    await using var command = db.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"PRAGMA {pragma}";
                    values.Add(Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!);
                }

                return values;
            }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_strangers_milestone_cannot_be_stored(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var theirs = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));
        var own = await app.GoalAsync(await app.OpenAccountAsync("bob@example.org"));
        var other = await app.GoalAsync(own.OwnerId, "Another goal");

        // Bypasses the domain, which would refuse it first
        foreach (var milestone in new[] { theirs.Milestones[0].Id, other.Milestones[0].Id })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                app.WithDbAsync(own.OwnerId, db =>
                    db.Tasks.Where(task => task.GoalId == own.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(task => task.MilestoneId, milestone))
                )
            );
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => app.WithDbAsync(own.OwnerId, async db =>
            {
                db.TimeEntries.Add(
                    new TimeEntry(own.OwnerId, theirs.Id, null, new DateOnly(2027, 3, 3), 30, new DateOnly(2027, 3, 3))
                );
                await db.SaveChangesAsync();
            }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_asks_as_nobody_sees_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));

        Assert.Equal(
            (0, 0, 0),
            await app.WithDbAsync(Guid.Empty, async db =>
                (await db.Goals.CountAsync(), await db.Tasks.CountAsync(), await db.People.CountAsync())
            )
        );
        Assert.Equal(
            (1, 1, 1),
            await app.WithDbAsync(goal.OwnerId, async db =>
                (await db.Goals.CountAsync(), await db.Tasks.CountAsync(), await db.People.CountAsync())
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_first_accounts_opened_at_once_one_becomes_administrator(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Task.Run(() => app.OpenAccountAsync($"p{i}@example.org")))
        );

        Assert.Equal(
            (6, 1),
            await app.WithDbAsync(Guid.Empty, async db =>
                (await db.Users.CountAsync(), await db.Users.CountAsync(user => user.IsAdmin))
            )
        );
    }
}
