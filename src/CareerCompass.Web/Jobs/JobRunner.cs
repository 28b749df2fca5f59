using CareerCompass.Web.Operations;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Jobs;

public sealed class JobRunner(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    AppMetrics appMetrics,
    IHostApplicationLifetime life,
    ILogger<JobRunner> log
)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> running = [];

    /// <returns>The job's count; null when it was already running or was stopped.</returns>
    /// <exception cref="Exception">Rethrown from the job, after recording it.</exception>
    public async Task<int?> TickAsync(string name)
    {
        if (RecurringJob.Find(name) is not { } job || TryStart(job) is not { } run)
        {
            return null;
        }

        try
        {
            return await run;
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <exception cref="OperationCanceledException">The app is stopping.</exception>
    /// <exception cref="Exception">Rethrown from the job, after recording it.</exception>
    public async Task<int> RunAsync(RecurringJob job, CancellationToken cancellation = default)
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

    /// <returns>Null when the job is already running in this process.</returns>
    public Task<int>? TryStart(RecurringJob job) =>
        Enter(job, alone: true)
            ? Task.Run(async () =>
            {
                try
                {
                    return await RunEnteredAsync(job, life.ApplicationStopping);
                }
                finally
                {
                    Leave(job);
                }
            })
            : null;

    public bool IsRunning(RecurringJob job)
    {
        lock (gate)
        {
            return running.GetValueOrDefault(job.Name) > 0;
        }
    }

    private bool Enter(RecurringJob job, bool alone)
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

    private void Leave(RecurringJob job)
    {
        lock (gate)
        {
            running[job.Name]--;
        }
    }

    private async Task<int> RunEnteredAsync(RecurringJob job, CancellationToken cancellation)
    {
        var startedAt = Now();
        var started = clock.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await job.Run(scope.ServiceProvider, startedAt, cancellation);
            Count(job, count);
            appMetrics.RecordJobRun(job.Name, "done", clock.GetElapsedTime(started));
            await RecordAsync(job, startedAt, count, null);
            return count;
        }
        catch (Exception error) when (cancellation.IsCancellationRequested)
        {
            appMetrics.RecordJobRun(job.Name, "stopped", clock.GetElapsedTime(started));
            log.LogInformation(
                "Job {Job} was stopped ({Reason}); the next run continues from there",
                job.Name,
                error.GetType().Name
            );
            throw new OperationCanceledException($"Job {job.Name} was stopped.", error, cancellation);
        }
        catch (Exception error)
        {
            appMetrics.RecordJobRun(job.Name, "failed", clock.GetElapsedTime(started));
            log.LogError(error, "Job {Job} failed", job.Name);
            await RecordAsync(
                job,
                startedAt,
                0,
                error is UserFacingException ? error.Message : error.GetBaseException().Message
            );
            throw;
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private void Count(RecurringJob job, int count)
    {
        if (job.Name == RecurringJob.Reviews.Name)
        {
            appMetrics.CountReviewsOpened(count);
        }
        else if (job.Name == RecurringJob.Delivery.Name)
        {
            appMetrics.CountMessagesSent(count);
        }
    }

    // Never throws, which would hide the job's own exception
    private async Task RecordAsync(RecurringJob job, DateTime startedAt, int count, string? error)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CompassDb>();
            await JobStatus.RecordAsync(db, job.Name, startedAt, Now(), count, error);
        }
        catch (Exception problem)
        {
            log.LogError(problem, "The run of job {Job} could not be recorded", job.Name);
        }
    }
}
