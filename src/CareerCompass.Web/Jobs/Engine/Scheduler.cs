using Quartz;

namespace CareerCompass.Web.Jobs.Engine;

/// <summary>Ticks the jobs. The only place that knows which scheduler does it; nothing relies on it ticking only once.</summary>
internal static class Scheduler
{
    public static void AddScheduler(this IServiceCollection services, IReadOnlyList<Job> jobs)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var job in jobs)
            {
                var key = new JobKey(job.Name);
                quartz.AddJob<Tick>(detail => detail.WithIdentity(key).UsingJobData(nameof(Job), job.Name));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(job.Name)
                    .WithCronSchedule(job.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity($"{job.Name} at start").StartNow());
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    [DisallowConcurrentExecution]
    private sealed class Tick(JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var name = context.MergedJobDataMap.GetString(nameof(Job));
            await runner.RunAsync(Job.All.Single(job => job.Name == name), context.CancellationToken);
        }
    }
}
