using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

/// <summary>The latest run on any instance. Hangfire's dashboard shows individual runs.</summary>
public sealed class JobStatus
{
    private JobStatus() { }

    public string Job { get; private set; } = "";

    public DateTime FirstRunAt { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime EndedAt { get; private set; }

    /// <summary>What the latest run did: reviews opened, messages sent, rows deleted.</summary>
    public int Count { get; private set; }

    public int Runs { get; private set; }

    public int Failures { get; private set; }

    public DateTime? FailedAt { get; private set; }

    public string? Error { get; private set; }

    public bool HasFailed => FailedAt == StartedAt;

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
