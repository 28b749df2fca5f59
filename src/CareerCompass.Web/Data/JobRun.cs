using CareerCompass.Domain;

namespace CareerCompass.Web.Data;

/// <summary>One run of a recurring job: when, how long, what it did, what went wrong.</summary>
public sealed class JobRun : Entity
{
    private JobRun()
    {
    }

    public JobRun(string job, DateTime startedAt) => (Job, StartedAt) = (job, startedAt);

    public string Job { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>How many things it did: reviews opened, messages sent, rows purged.</summary>
    public int Count { get; private set; }

    public string? Error { get; private set; }

    public void End(int count, string? error, DateTime now) => (Count, Error, EndedAt) = (count, error, now);
}
