using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>How the latest run of a recurring job went, on whichever instance it ran. Each single run is in Hangfire's dashboard.</summary>
public sealed class JobStatus
{
    private JobStatus() { }

    public string Job { get; private set; } = "";

    /// <summary>When the first run began, UTC.</summary>
    public DateTime FirstRunAt { get; private set; }

    /// <summary>When the latest run began, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    public DateTime EndedAt { get; private set; }

    /// <summary>How many things the latest run did: reviews opened, messages sent, rows deleted.</summary>
    public int Count { get; private set; }

    public int Runs { get; private set; }

    public int Failures { get; private set; }

    /// <summary>When the latest run that failed began, UTC.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>Why that run failed.</summary>
    public string? Error { get; private set; }

    public bool HasFailed => FailedAt == StartedAt;

    /// <summary>Records a run.</summary>
    /// <param name="error">Why it failed; null when it did not.</param>
    public static async Task RecordAsync(
        CompassDb db,
        string job,
        DateTime startedAt,
        DateTime endedAt,
        int count,
        string? error
    )
    {
        var recorded = 0;
        while (recorded == 0)
        {
            recorded = await db
                .JobStatuses.Where(status => status.Job == job)
                .ExecuteUpdateAsync(set =>
                {
                    set.SetProperty(status => status.StartedAt, startedAt)
                        .SetProperty(status => status.EndedAt, endedAt)
                        .SetProperty(status => status.Count, count)
                        .SetProperty(status => status.Runs, status => status.Runs + 1);
                    if (error is not null)
                    {
                        set.SetProperty(status => status.FailedAt, startedAt)
                            .SetProperty(status => status.Error, error)
                            .SetProperty(status => status.Failures, status => status.Failures + 1);
                    }
                });
            if (recorded == 0)
            {
                await AddAsync(db, job, startedAt);
            }
        }
    }

    private static async Task AddAsync(CompassDb db, string job, DateTime startedAt)
    {
        var status = new JobStatus
        {
            Job = job,
            FirstRunAt = startedAt,
            StartedAt = startedAt,
            EndedAt = startedAt,
        };
        db.JobStatuses.Add(status);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException conflict) when (conflict.IsConflict())
        {
            // Another instance has just added it
        }
        finally
        {
            db.Entry(status).State = EntityState.Detached;
        }
    }
}
