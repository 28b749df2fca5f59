using CareerCompass.Web.Data;

namespace CareerCompass.Web.Jobs;

/// <summary>Runs a job in a scope of its own and keeps a <see cref="JobRun"/> of it. The same for every engine, and for tests.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, Metrics metrics, ILogger<JobRunner> log)
{
    /// <exception cref="OperationCanceledException">The app is about to stop; no run is kept, as the next start takes it up.</exception>
    /// <exception cref="Exception">What the job threw, after it was kept in the run.</exception>
    public async Task<int> RunAsync(Job job, CancellationToken cancellation = default)
    {
        var (run, started, outcome) = (new JobRun(job.Name, Now()), clock.GetTimestamp(), "done");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await job.Run(scope.ServiceProvider, Now(), cancellation);
            run.End(count, null, Now());
            Count(job, count);
            return count;
        }
        catch (Exception error) when (cancellation.IsCancellationRequested)
        {
            outcome = "stopped";
            log.LogInformation("Job {Job} was stopped ({Reason}); the next run takes up what is left", job.Name, error.GetType().Name);
            throw new OperationCanceledException($"Job {job.Name} was stopped.", error, cancellation);
        }
        catch (Exception error)
        {
            outcome = "failed";
            run.End(0, error.GetBaseException().Message, Now());
            log.LogError(error, "Job {Job} failed", job.Name);
            throw;
        }
        finally
        {
            metrics.Ran(job.Name, outcome, clock.GetElapsedTime(started));
            if (outcome != "stopped")
            {
                await KeepAsync(run);
            }
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private void Count(Job job, int count)
    {
        if (job.Name == Job.Sweep.Name)
        {
            metrics.ReviewsOpened(count);
        }
        else if (job.Name == Job.Delivery.Name)
        {
            metrics.MessagesSent(count);
        }
    }

    // Never throws, as that would hide what the job itself threw
    private async Task KeepAsync(JobRun run)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
            db.JobRuns.Add(run);
            await db.SaveChangesAsync();
        }
        catch (Exception error)
        {
            log.LogError(error, "A run of job {Job} could not be kept", run.Job);
        }
    }
}
