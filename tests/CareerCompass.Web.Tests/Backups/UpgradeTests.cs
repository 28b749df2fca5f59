using System.Data.Common;
using System.Globalization;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CareerCompass.Web.Tests.Backups;

/// <summary>Failed database upgrades, in processes that are really killed.</summary>
public sealed class UpgradeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_first_start_that_is_killed_at_any_statement_begins_anew(TestDatabase database)
    {
        // The first migration is one transaction, so a few points are enough
        await KillEachAsync(database, arrange: null, step: 13, async app =>
        {
            await app.OpenAccountAsync("ada@example.org");
            Assert.Equal(
                "ada@example.org",
                await app.WithDbAsync(Guid.Empty, db => db.Users.Select(user => user.Email).SingleAsync())
            );
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_update_that_is_killed_at_any_statement_is_finished_by_the_next_start(TestDatabase database)
    {
        await using var old = await TestApp.StartAsync(database);
        await SampleData.ArrangeAsync(old, await old.OpenAccountAsync("ada@example.org"));
        await SampleData.ArrangeAsync(old, await old.OpenAccountAsync("bob@example.org"));
        await old.WithDbAsync(Guid.Empty, db =>
            db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First())
        );
        var columns = await ColumnsAsync(old);
        columns.RemoveAll(column => column.Table is "TimeOff" or "TaskAllocations"); // which later versions drop
        var rows = await RowsAsync(old, columns);
        Assert.True(rows.Count > 20);

        // All our migrations are single transactions, so a few points are enough. The last one is not on SQLite
        await KillEachAsync(database, old, step: 5, async app =>
        {
            Assert.Equal(rows, await RowsAsync(app, columns));
            Assert.Equal(
                [2, 4, 2],
                await app.WithDbAsync(Guid.Empty, db =>
                    db.Database.SqlQuery<int>(
                            $"""SELECT count(*) AS "Value" FROM "Later" UNION ALL SELECT count(*) FROM "Later2" UNION ALL SELECT sum("Later") FROM "Goals" """
                        )
                        .ToListAsync()
                )
            );
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stored_schedule_becomes_pins_and_week_plans(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var owner = await app.OpenAccountAsync("ada@example.org");
        var goal = await app.GoalAsync(owner);
        var (monday, task) = (
            IsoWeek.Monday(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)),
            goal.Tasks[0].Id
        );
        var (thisWeek, later) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());
            foreach (var (id, week, isPinned) in new[] { (thisWeek, monday, false), (later, monday.AddDays(14), true) })
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "TaskAllocations" ("Id", "OwnerId", "GoalId", "TaskId", "Week", "Minutes", "IsPinned")
                    VALUES ({id}, {owner}, {goal.Id}, {task}, {week}, 60, {isPinned})
                    """
                );
            }

            await db.Database.MigrateAsync();
        });

        await app.WithDbAsync(owner, async db =>
        {
            Assert.Equal(monday.AddDays(14), (await db.Tasks.SingleAsync()).PinnedWeek);
            var planned = await db.WeekPlanTasks.SingleAsync();
            Assert.Equal(
                (thisWeek, monday, 60, false),
                (planned.Id, planned.Week, planned.Minutes, planned.IsToBeFinished)
            );
        });
    }

    [Fact]
    public async Task Nothing_that_updates_SQLite_leaves_the_transaction_of_its_update()
    {
        await using var app = await TestApp.StartAsync();

        var script = await app.WithDbAsync(Guid.Empty, db =>
            Task.FromResult(db.GetService<IMigrator>().GenerateScript())
        );

        // To rebuild a table, EF would switch foreign keys off outside the transaction
        Assert.Contains("CREATE TABLE \"Prompts\"", script, StringComparison.Ordinal);
        Assert.DoesNotContain("PRAGMA", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_database_is_refused_with_the_backup_from_before_its_update()
    {
        await using var app = await TestApp.PrepareAsync();
        await FillAsync(app);
        await app.Twin(LaterMigration.Setting).DisposeAsync();
        SqliteConnection.ClearAllPools();
        var backup = Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "backups")));
        Assert.Equal("before-Later", Backup.Parse(backup)!.Reason);

        var refused = Assert.Throws<UserFacingException>(() => app.Twin());

        Assert.StartsWith(
            $"The database was written by a newer version of CareerCompass, 0.2.0 (it has {LaterMigration.Id}; this "
                + $"is 0.2.0). Start that version, or restore the backup from 3 March 2027, 10:00 UTC, taken before "
                + $"the update: ",
            refused.Message
        );
        Assert.EndsWith($" restore {backup}.", refused.Message);

        var restored = await CommandLine.RunAsync(app, "restore", backup);
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        await using var old = app.Twin();
        Assert.Equal(1, await old.WithDbAsync(Guid.Empty, db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task The_history_says_which_version_of_the_app_wrote_it()
    {
        await using var app = await TestApp.StartAsync();
        Assert.All(
            await app.WithDbAsync(Guid.Empty, db =>
                db.Database.SqlQuery<string>($"SELECT ProductVersion AS Value FROM __EFMigrationsHistory").ToListAsync()
            ),
            version => Assert.Equal("CareerCompass 0.2.0", version)
        );
    }

    [Fact]
    public async Task Nothing_is_updated_without_a_backup()
    {
        await using var app = await TestApp.PrepareAsync();
        await FillAsync(app);
        var before = await File.ReadAllBytesAsync(Path.Combine(app.Folder, "compass.db"));
        await File.WriteAllTextAsync(Path.Combine(app.Folder, "backups"), "no folder");

        var refused = Assert.Throws<UserFacingException>(() => app.Twin(LaterMigration.Setting));

        Assert.StartsWith(
            "This version needs to update the database, and does so only after a backup. The backup failed.",
            refused.Message
        );
        Assert.Contains(
            "Free some space there, or set Backup:Folder to another folder, and start again.",
            refused.Message
        );
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(app.Folder, "compass.db")));

        File.Delete(Path.Combine(app.Folder, "backups"));
        await app.Twin(LaterMigration.Setting).DisposeAsync();
        Assert.StartsWith(
            "before-",
            Backup.Parse(Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "backups"))))!.Reason
        );
    }

    [Fact]
    public async Task An_update_waits_until_nobody_else_works_on_the_database()
    {
        await using var app = await TestApp.PrepareAsync();
        await FillAsync(app);
        using (
            var other = new FileStream(
                Path.Combine(app.Folder, "running.lock"),
                FileMode.OpenOrCreate,
                FileAccess.Read,
                FileShare.Read
            )
        )
        {
            Assert.Equal(
                "The database needs to be updated, but another instance of CareerCompass is still using it. Stop "
                    + "that one first.",
                Assert.Throws<UserFacingException>(() => app.Twin(LaterMigration.Setting)).Message
            );
        }

        await app.Twin(LaterMigration.Setting).DisposeAsync();
    }

    [Fact]
    public async Task A_foreign_database_is_left_alone()
    {
        await using var app = await TestApp.PrepareAsync();
        var file = Path.Combine(app.Folder, "compass.db");
        await using (var db = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "CREATE TABLE Photos (Id INTEGER)";
            await command.ExecuteNonQueryAsync();
        }

        for (var tries = 0; tries < 2; tries++)
        {
            Assert.Equal(
                $"{file} is not a CareerCompass database. Choose another file.",
                Assert.Throws<UserFacingException>(() => app.Twin()).Message
            );
        }

        Assert.Equal([("Photos", "Id")], await ColumnsAsync(file));
    }

    [Fact]
    public async Task A_backup_that_is_gone_when_it_is_needed_stops_the_start_in_words()
    {
        await using var app = await TestApp.PrepareAsync();
        await FillAsync(app);
        await File.WriteAllTextAsync(
            Path.Combine(app.Folder, "compass.db.migrating"),
            """{ "Backup": "/nowhere/careercompass.zip", "LastMigration": "29991231235959_FromTheFuture" }"""
        );

        Assert.Contains("could not be restored", Assert.Throws<UserFacingException>(() => app.Twin()).Message);
        Assert.True(File.Exists(Path.Combine(app.Folder, "compass.db")));
    }

    [Fact]
    public async Task What_stops_a_start_is_told_in_a_sentence_instead_of_a_stack_trace()
    {
        await using var app = await TestApp.PrepareAsync();
        await FillAsync(app);
        await app.Twin(LaterMigration.Setting).DisposeAsync();

        using var process = AppProcess.Start(app);
        await Poll.UntilAsync(() => Task.FromResult(process.HasEnded), () => process.Output);

        Assert.Contains("The database was written by a newer version of CareerCompass", process.Output);
        Assert.DoesNotContain("   at ", process.Output);
    }

    [PostgresFact]
    public async Task Two_processes_that_start_at_once_on_an_empty_database_both_come_up()
    {
        for (var round = 0; round < 3; round++)
        {
            await using var empty = await TestApp.PrepareAsync(TestDatabase.Postgres);
            if (round == 2)
            {
                await PostgresServer.Drop(empty.Settings["Database:ConnectionString"]);
            }

            using var one = AppProcess.Start(empty);
            using var other = AppProcess.Start(empty);
            foreach (var process in new[] { one, other })
            {
                await Poll.UntilAsync(
                    () =>
                        Task.FromResult(
                            process.HasEnded || process.Output.Contains("Now listening on", StringComparison.Ordinal)
                        ),
                    () => process.Output
                );
                Assert.False(process.HasEnded, process.Output);
            }
        }
    }

    /// <param name="step">The number of statements between two kills.</param>
    private static async Task KillEachAsync(
        TestDatabase database,
        TestApp? arrange,
        int step,
        Func<TestApp, Task> check
    )
    {
        if (arrange is not null)
        {
            await arrange.DisposeServerAsync();
        }

        async Task<bool> IsKilledAsync(int statement)
        {
            await using var app = await TestApp.PrepareAsync(database, settings: LaterMigration.Setting);
            await CopyAsync(arrange, app);
            var killed = await KilledProcess.RunAsync(statement, app.Settings);
            await using var started = app.Twin();
            Assert.Empty(await started.WithDbAsync(Guid.Empty, db => db.Database.GetPendingMigrationsAsync()));
            Assert.DoesNotContain(Directory.GetFiles(app.Folder), file =>
                file.Contains("compass.db.", StringComparison.Ordinal)
            );
            await check(started);
            if (database == TestDatabase.Sqlite)
            {
                Assert.Equal(
                    ["ok"],
                    await started.WithDbAsync(Guid.Empty, db =>
                        db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check")
                            .ToListAsync()
                    )
                );
            }

            return killed;
        }

        var (next, ended) = (1 - step, int.MaxValue);
        async Task WorkAsync()
        {
            while (Interlocked.Add(ref next, step) is var statement && statement < Volatile.Read(ref ended))
            {
                if (!await IsKilledAsync(statement))
                {
                    Volatile.Write(ref ended, Math.Min(ended, statement));
                }
            }
        }

        await Task.WhenAll(WorkAsync(), WorkAsync());
        Assert.True(ended > 10, $"Only {ended} statements: was anything updated?");
        if (database == TestDatabase.Sqlite && arrange is not null)
        {
            // The statements outside the transaction are among the last
            await Parallel.ForEachAsync(
                Enumerable.Range(ended - 25, 25),
                new ParallelOptions { MaxDegreeOfParallelism = 2 },
                async (statement, _) => await IsKilledAsync(statement)
            );
        }
    }

    private static async Task CopyAsync(TestApp? from, TestApp to)
    {
        if (from is null)
        {
            return;
        }

        if (from.Settings.TryGetValue("Database:ConnectionString", out var connection))
        {
            var own = to.Settings["Database:ConnectionString"];
            await PostgresServer.Drop(own);
            NpgsqlConnection.ClearAllPools();
            await PostgresServer.CreateDatabase(
                new NpgsqlConnectionStringBuilder(connection).Database!,
                new NpgsqlConnectionStringBuilder(own).Database!
            );
        }
        else
        {
            File.Copy(Path.Combine(from.Folder, "compass.db"), Path.Combine(to.Folder, "compass.db"));
        }
    }

    private static async Task FillAsync(TestApp app)
    {
        await using (var server = app.Twin())
        {
            await server.OpenAccountAsync("ada@example.org");
        }

        SqliteConnection.ClearAllPools();
    }

    private static Task<List<(string Table, string Column)>> ColumnsAsync(TestApp app) =>
        app.WithDbAsync(Guid.Empty, async db =>
        {
            await db.Database.OpenConnectionAsync();
            return await ColumnsAsync(db.Database.GetDbConnection());
        });

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        return await ColumnsAsync(connection);
    }

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            connection is SqliteConnection
                ? "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' "
                    + "AND t.name NOT LIKE '#_#_%' ESCAPE '#' AND t.name NOT LIKE 'sqlite#_%' ESCAPE '#' ORDER BY 1, 2"
                : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND "
                    + "table_name NOT LIKE '#_#_%' ESCAPE '#' ORDER BY 1, 2";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    private static Task<List<string>> RowsAsync(TestApp app, List<(string Table, string Column)> columns) =>
        app.WithDbAsync(Guid.Empty, async db =>
        {
            await db.Database.OpenConnectionAsync();
            var rows = new List<string>();
            foreach (var table in columns.GroupBy(column => column.Table, column => column.Column))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText =
                    $"SELECT {string.Join(", ", table.Select(column => $"\"{column}\""))} FROM \"{table.Key}\"";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    rows.Add(
                        $"{table.Key}: "
                            + string.Join(
                                " | ",
                                Enumerable
                                    .Range(0, reader.FieldCount)
                                    .Select(at =>
                                        reader.GetValue(at) switch
                                        {
                                            byte[] bytes => Convert.ToHexString(bytes),
                                            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
                                        }
                                    )
                            )
                    );
                }
            }

            rows.Sort(StringComparer.Ordinal);
            return rows;
        });
}
