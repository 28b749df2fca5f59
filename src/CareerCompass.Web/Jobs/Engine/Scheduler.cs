using System.Globalization;
using Quartz;

namespace CareerCompass.Web.Jobs.Engine;

/// <summary>
/// Ticks the jobs. The only place that knows which scheduler does it; nothing relies on it ticking only once. With several
/// instances on PostgreSQL a tick goes to one of them.
/// </summary>
internal static class Scheduler
{
    /// <summary>When a job ticks next by its schedule, UTC.</summary>
    public static DateTime? NextAfter(Job job, DateTime now) =>
        new CronExpression(job.Cron, TimeZoneInfo.Utc).GetNextValidTimeAfter(new DateTimeOffset(now, TimeSpan.Zero))?.UtcDateTime;

    /// <param name="cluster">How to reach the PostgreSQL database that instances agree in; null for the memory of this process.</param>
    public static void AddScheduler(this IServiceCollection services, IReadOnlyList<Job> jobs, string? cluster)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "CareerCompass";

                // Told to stop, jobs leave what they have not begun to the next run, so that the wait is short
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            if (cluster is not null)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(cluster);
                    store.ProvisionSchema();
                    store.UseClustering();
                });
            }

            // Each start stores the schedule anew, so that a changed one holds from then on
            foreach (var job in jobs)
            {
                var key = new JobKey(job.Name);
                quartz.AddJob<Tick>(detail => detail.WithIdentity(key).UsingJobData(nameof(Job), job.Name)
                    .DisallowConcurrentExecution(cluster is null || !job.Shared));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(job.Name).WithCronSchedule(
                    job.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(AtStart(job)).StartNow());
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    // Of its own, so that instances which start together do not take it from each other
    private static string AtStart(Job job) => string.Create(CultureInfo.InvariantCulture, $"{job.Name} at start {Guid.NewGuid():N}");

    private sealed class Tick(JobRunner runner, ILogger<Tick> log) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var name = context.MergedJobDataMap.GetString(nameof(Job));
            if (Job.All.SingleOrDefault(job => job.Name == name) is not { } job)
            {
                log.LogDebug("Job {Job} is of another version", name);
                return;
            }

            try
            {
                await runner.RunAsync(job, context.CancellationToken);
            }
            catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
            {
                // Nothing that Quartz would have to report
            }
        }
    }
}
