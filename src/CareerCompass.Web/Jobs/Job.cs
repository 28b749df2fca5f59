using CareerCompass.Web.Data;

namespace CareerCompass.Web.Jobs;

/// <summary>A recurring job: its name, when it ticks (Quartz cron, UTC), and what it does at an instant, returning how much.</summary>
public sealed record Job(string Name, string Cron, Func<IServiceProvider, DateTime, CancellationToken, Task<int>> Run)
{
    private const string EachMinute = "0 * * * * ?";

    public static readonly Job Sweep = new("sweep", EachMinute, (services, now, cancellation) => services.GetRequiredService<ReviewSweep>().RunAsync(now, cancellation));

    public static readonly Job Delivery = new("delivery", EachMinute, (services, now, cancellation) => services.GetRequiredService<MailDelivery>().RunAsync(now, cancellation));

    public static readonly Job Cleaning = new("housekeeping", "0 17 3 * * ?", (services, now, cancellation) => services.GetRequiredService<Housekeeping>().RunAsync(now, cancellation));

    public static readonly IReadOnlyList<Job> All = [Sweep, Delivery, Cleaning];
}

/// <summary>Runs a job in a scope of its own and keeps a <see cref="JobRun"/> of it. The same for every engine, and for tests.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    /// <exception cref="Exception">What the job threw, after it was kept in the run.</exception>
    public async Task<int> RunAsync(Job job, CancellationToken cancellation = default)
    {
        var run = new JobRun(job.Name, Now());
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await job.Run(scope.ServiceProvider, Now(), cancellation);
            run.End(count, null, Now());
            return count;
        }
        catch (Exception error)
        {
            run.End(0, error.GetBaseException().Message, Now());
            log.LogError(error, "Job {Job} failed", job.Name);
            throw;
        }
        finally
        {
            await KeepAsync(run);
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private async Task KeepAsync(JobRun run)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
        db.JobRuns.Add(run);
        await db.SaveChangesAsync();
    }
}
