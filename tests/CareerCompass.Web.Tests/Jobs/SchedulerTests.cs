using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurringJob = CareerCompass.Web.Jobs.RecurringJob;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class SchedulerTests
{
    private static readonly (string, string) Enabled = ("Jobs:Enabled", "true");

    private static readonly IEnumerable<string> Schedule = RecurringJob
        .All.Select(job => $"{job.Name} {job.Schedule}")
        .Order();

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_job_runs_at_start_and_records_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database, settings: Enabled);

        await RanAsync(app, times: 1);
        Assert.Equal(Schedule, Stored(app));
        Assert.Equal(database == TestDatabase.Sqlite, File.Exists(Path.Combine(app.Folder, "jobs.db")));
    }

    [Fact]
    public async Task In_memory_each_job_runs_at_start_and_nothing_is_written_for_the_schedule()
    {
        await using var app = await TestApp.StartAsync(settings: [Enabled, ("Jobs:Store", "Memory")]);

        await RanAsync(app, times: 1);
        Assert.Equal(Schedule, Stored(app));
        Assert.False(File.Exists(Path.Combine(app.Folder, "jobs.db")));
    }

    [Fact]
    public async Task Without_jobs_no_storage_is_opened()
    {
        await using var app = await TestApp.StartAsync();
        await app.RegisterAsync("ada@example.org");

        Assert.False(File.Exists(Path.Combine(app.Folder, "jobs.db")));
    }

    [Theory, OnPostgres]
    public async Task Three_processes_that_start_at_once_on_an_empty_database_share_one_schedule(TestDatabase database)
    {
        await using var app = await TestApp.PrepareAsync(database);
        var processes = Enumerable.Range(0, 3).Select(_ => AppProcess.Start(app, Enabled)).ToList();
        foreach (var process in processes)
        {
            (await process.ClientAsync()).Dispose();
        }

        // Each process asks for a run of each job. One that takes two of the same job runs it once
        string Output() => string.Join('\n', processes.Select(process => process.Output));
        await RanAsync(app, times: 1, Output);
        await Poll.UntilAsync(() => Task.FromResult(Monitoring(app).Servers().Count == 3), Output);
        Assert.Equal(Schedule, Stored(app));
        Assert.All(processes, process =>
        {
            Assert.DoesNotContain("Hangfire.", process.Output, StringComparison.Ordinal);
            process.Dispose();
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_process_that_was_killed_holds_up_nothing(TestDatabase database)
    {
        await using var app = await TestApp.PrepareAsync(database);
        using (var killed = AppProcess.Start(app, Enabled))
        {
            await RanAsync(app, times: 1, () => killed.Output);
            using (Storage(app).GetConnection().AcquireDistributedLock("recurring-jobs:lock", TimeSpan.FromSeconds(10)))
            {
                killed.Kill();
            }
        }

        using var next = AppProcess.Start(app, Enabled);
        await RanAsync(app, times: 2, () => next.Output);
        await next.StopAsync();
        Assert.Equal(0, next.ExitCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_schedule_that_was_disabled_changed_lost_or_put_off_is_restored(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var storage = Storage(app);
        HangfireScheduler.Repair(storage, TimeProvider.System);
        Assert.Equal(Schedule, Stored(app));
        Assert.Empty(HangfireScheduler.Repair(storage, TimeProvider.System));

        using (var connection = (JobStorageConnection)storage.GetConnection())
        {
            // After five storage errors, after the clock was set back, from another version, and incomplete
            Store(connection, "reviews", score: -1, ("NextExecution", ""), ("Error", "database or disk is full"));
            var later = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1);
            Store(
                connection,
                "nudges",
                JobTime.Stamp(later),
                ("NextExecution", JobTime.Text(later)),
                ("LastExecution", JobTime.Text(later.AddMinutes(-1)))
            );
            Store(connection, "delivery", score: 0, ("Cron", "0 0 1 1 *"));
            Store(connection, "sweep", score: 0, ("Cron", "* * * * *"));
        }

        new RecurringJobManager(storage).RemoveIfExists("backup");

        Assert.Equal(
            ["sweep", "reviews", "nudges", "delivery", "backup"],
            HangfireScheduler.Repair(storage, TimeProvider.System)
        );
        Assert.Equal(Schedule, Stored(app));
        using (var connection = storage.GetConnection())
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            Assert.All(connection.GetRecurringJobs(), job =>
                Assert.True(job.Error is null && job.NextExecution <= RecurringJob.Find(job.Id)!.NextAfter(now))
            );
        }

        Assert.Empty(HangfireScheduler.Repair(storage, TimeProvider.System));
    }

    [Fact]
    public async Task A_write_that_fails_half_way_leaves_nothing()
    {
        await using var app = await TestApp.StartAsync();
        using var connection = (JobStorageConnection)Storage(app).GetConnection();
        using var transaction = connection.CreateWriteTransaction();
        transaction.AddToSet("set", "first");
        transaction.ExpireJob("not a number", TimeSpan.FromHours(1));

        Assert.ThrowsAny<Exception>(transaction.Commit);

        Assert.Equal(0, connection.GetSetCount("set"));
    }

    [Fact]
    public async Task A_lock_is_held_by_one_at_a_time()
    {
        await using var app = await TestApp.StartAsync();
        using var connection = Storage(app).GetConnection();
        var held = connection.AcquireDistributedLock("one", TimeSpan.Zero);

        Assert.Throws<DistributedLockTimeoutException>(() =>
            connection.AcquireDistributedLock("one", TimeSpan.FromMilliseconds(10))
        );
        connection.AcquireDistributedLock("other", TimeSpan.Zero).Dispose();
        var waiting = Task.Run(() => connection.AcquireDistributedLock("one", TimeSpan.FromMinutes(1)).Dispose());
        held.Dispose();
        await waiting;
    }

    [Fact]
    public async Task A_damaged_file_is_replaced()
    {
        await using var app = await TestApp.PrepareAsync(settings: Enabled);
        await File.WriteAllTextAsync(Path.Combine(app.Folder, "jobs.db"), new string('x', 10_000));

        await RanAsync(app, times: 1);

        Assert.Equal(Schedule, Stored(app));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_job_that_fails_is_not_repeated_and_does_not_pile_up(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Database.ExecuteSqlRawAsync("""ALTER TABLE "OutboxMessages" RENAME TO "Gone" """)
        );
        await using var twin = app.Twin(Enabled);

        await Poll.UntilAsync(
            () =>
                app.WithDbAsync(Guid.Empty, db =>
                    db.JobStatuses.AnyAsync(status => status.Job == "delivery" && status.Failures > 0)
                ),
            () => string.Join('\n', twin.Log.Lines)
        );
        await Poll.UntilAsync(() => Task.FromResult(Monitoring(twin).ProcessingCount() == 0), () => "");

        var counts = Monitoring(twin).GetStatistics();
        Assert.Equal((0, 0), (counts.Failed, counts.Scheduled));
        Assert.True(counts.Deleted > 0);
    }

    [Fact]
    public async Task A_connection_is_safe_for_two_threads_and_its_file_shrinks_again()
    {
        await using var app = await TestApp.StartAsync();
        var path = Path.Combine(app.Folder, "jobs.db");

        Assert.True(await KilledProcess.HammerAsync(path), "Two threads on one connection crashed the process.");

        Storage(app).GetConnection().Dispose();
        using var connection = HangfireScheduler.Connect(path);
        Assert.Equal(
            (1, 1),
            (connection.ExecuteScalar<int>("PRAGMA auto_vacuum"), connection.ExecuteScalar<int>("PRAGMA synchronous"))
        );
    }

    [Fact]
    public async Task A_job_ticks_at_the_full_minute()
    {
        await using var app = await TestApp.PrepareAsync();
        using var process = AppProcess.Start(app, Enabled);
        await RanAsync(app, times: 1, () => process.Output);

        var first = await StartedAsync();
        await Poll.UntilAsync(async () => await StartedAsync() != first, () => process.Output);

        Assert.InRange((await StartedAsync()).TimeOfDay.TotalSeconds % 60, 0, 10);

        Task<DateTime> StartedAsync() =>
            app.WithDbAsync(Guid.Empty, db =>
                db.JobStatuses.Where(status => status.Job == "reviews").Select(status => status.StartedAt).SingleAsync()
            );
    }

    private static JobStorage Storage(TestApp app) => app.Services.GetRequiredService<HangfireScheduler>().Storage;

    private static IMonitoringApi Monitoring(TestApp app) => Storage(app).GetMonitoringApi();

    private static IEnumerable<string> Stored(TestApp app)
    {
        using var connection = Storage(app).GetConnection();
        return [.. connection.GetRecurringJobs().Select(job => $"{job.Id} {job.Cron}").Order()];
    }

    private static void Store(
        JobStorageConnection connection,
        string job,
        double score,
        params (string Field, string Value)[] fields
    )
    {
        using var transaction = connection.CreateWriteTransaction();
        transaction.SetRangeInHash(
            $"recurring-job:{job}",
            fields.Select(field => KeyValuePair.Create(field.Field, field.Value))
        );
        transaction.AddToSet("recurring-jobs", job, score);
        transaction.Commit();
    }

    private static async Task RanAsync(TestApp app, int times, Func<string>? explain = null) =>
        await Poll.UntilAsync(
            () =>
                app.WithDbAsync(Guid.Empty, async db =>
                    await db.JobStatuses.CountAsync(status => status.Runs - status.Failures >= times)
                    == RecurringJob.All.Count
                ),
            () => string.Join('\n', app.Log.Lines.Append(explain?.Invoke()))
        );

    private static class JobTime
    {
        public static string Text(DateTime instant) => Hangfire.Common.JobHelper.SerializeDateTime(instant);

        public static double Stamp(DateTime instant) => Hangfire.Common.JobHelper.ToTimestamp(instant);
    }
}
