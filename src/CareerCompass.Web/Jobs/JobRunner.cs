using CareerCompass.Web.Data;

namespace CareerCompass.Web.Jobs;

/// <summary>Runs a job in a scope of its own and keeps a <see cref="JobRun"/> of it. The same for every engine, for the button in administration, and for tests.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, Metrics metrics, IHostApplicationLifetime life, ILogger<JobRunner> log)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> running = [];

    /// <exception cref="OperationCanceledException">The app is about to stop; no run is kept, as the next start takes it up.</exception>
    /// <exception cref="Exception">What the job threw, after it was kept in the run.</exception>
    public async Task<int> RunAsync(Job job, CancellationToken cancellation = default)
    {
        Enter(job, alone: false);
        try
        {
            return await RunEnteredAsync(job, cancellation);
        }
        finally
        {
            Leave(job);
        }
    }

    /// <summary>Starts a job that runs on behind the caller's back, until the app stops.</summary>
    /// <returns>Null when it runs in this process already.</returns>
    public Task<int>? TryStart(Job job) => Enter(job, alone: true) ? Task.Run(async () =>
    {
        try
        {
            return await RunEnteredAsync(job, life.ApplicationStopping);
        }
        finally
        {
            Leave(job);
        }
    }) : null;

    /// <summary>Whether it runs in this process.</summary>
    public bool IsRunning(Job job)
    {
        lock (gate)
        {
            return running.GetValueOrDefault(job.Name) > 0;
        }
    }

    private bool Enter(Job job, bool alone)
    {
        lock (gate)
        {
            var others = running.GetValueOrDefault(job.Name);
            if (alone && others > 0)
            {
                return false;
            }

            running[job.Name] = others + 1;
            return true;
        }
    }

    private void Leave(Job job)
    {
        lock (gate)
        {
            running[job.Name]--;
        }
    }

    private async Task<int> RunEnteredAsync(Job job, CancellationToken cancellation)
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
            run.End(0, error is Refusal ? error.Message : error.GetBaseException().Message, Now());
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
