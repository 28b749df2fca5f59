using CareerCompass.Web.Data;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class SchedulerTests
{
    private static readonly (string, string) Enabled = ("Jobs:Enabled", "true");

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_job_runs_at_start_and_keeps_its_run(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database, settings: Enabled);

        await RanAsync(app, times: 1);
    }

    [Fact]
    public void Sweep_and_delivery_tick_each_minute() =>
        Assert.All([Job.Sweep, Job.Delivery], job => Assert.Equal("0 * * * * ?", job.Cron));

    [Theory, OnPostgres]
    public async Task Three_processes_that_start_at_once_on_an_empty_database_make_one_cluster(TestDatabase database)
    {
        await using var app = await TestApp.PrepareAsync(database);
        var processes = Enumerable.Range(0, 3).Select(_ => AppProcess.Start(app, Enabled)).ToList();
        foreach (var process in processes)
        {
            (await process.ClientAsync()).Dispose();
        }

        await RanAsync(app, times: 3, () => string.Join('\n', processes.Select(process => process.Output)));
        Assert.Equal(3, await app.WithDbAsync(Guid.Empty, db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM qrtz_scheduler_state""").SingleAsync()));
        Assert.Equal(Job.All.Select(job => $"{job.Name} {job.Cron}").Order(), (await ScheduleAsync(app)).Order());
        Assert.All(processes, process =>
        {
            Assert.DoesNotContain("Quartz.", process.Output, StringComparison.Ordinal);
            process.Dispose();
        });
    }

    [Theory, OnPostgres]
    public async Task A_start_brings_the_stored_schedule_up_to_date(TestDatabase database)
    {
        await using var app = await TestApp.PrepareAsync(database);
        using (var before = AppProcess.Start(app, Enabled))
        {
            (await before.ClientAsync()).Dispose();
            await RanAsync(app, times: 1, () => before.Output);
            await before.StopAsync();
        }

        await app.WithDbAsync(Guid.Empty, async db =>
        {
            await db.Database.ExecuteSqlAsync($"UPDATE qrtz_cron_triggers SET cron_expression = '0 0 0 1 1 ?' WHERE trigger_name = 'sweep'");
            await db.Database.ExecuteSqlAsync($"DELETE FROM qrtz_cron_triggers WHERE trigger_name = 'delivery'");
            await db.Database.ExecuteSqlAsync($"DELETE FROM qrtz_triggers WHERE job_name = 'delivery'");
            await db.Database.ExecuteSqlAsync($"DELETE FROM qrtz_job_details WHERE job_name = 'delivery'");
        });
        Assert.Equal(Job.All.Count - 1, (await ScheduleAsync(app)).Count);

        using var after = AppProcess.Start(app, Enabled);
        (await after.ClientAsync()).Dispose();
        await RanAsync(app, times: 2, () => after.Output);
        Assert.Equal(Job.All.Select(job => $"{job.Name} {job.Cron}").Order(), (await ScheduleAsync(app)).Order());
    }

    private static Task<List<string>> ScheduleAsync(TestApp app) => app.WithDbAsync(Guid.Empty, db => db.Database.SqlQuery<string>(
        $"""SELECT t.job_name || ' ' || c.cron_expression AS "Value" FROM qrtz_triggers t JOIN qrtz_cron_triggers c USING (sched_name, trigger_name, trigger_group)""").ToListAsync());

    private static async Task RanAsync(TestApp app, int times, Func<string>? explain = null)
    {
        List<JobRun> runs = [];
        await Poll.UntilAsync(
            async () =>
            {
                runs = await app.WithDbAsync(Guid.Empty, db => db.JobRuns.ToListAsync());
                return Job.All.All(job => runs.Count(run => run.Job == job.Name && run.EndedAt is not null && run.Error is null) >= times);
            },
            () => string.Join('\n', runs.Select(run => $"{run.Job} {run.StartedAt} {run.Error}").Concat(app.Log.Lines).Append(explain?.Invoke())));
    }
}
