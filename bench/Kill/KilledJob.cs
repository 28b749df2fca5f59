using CareerCompass.Bench.Support;

namespace CareerCompass.Bench.Kill;

/// <summary>A job that is killed again and again.</summary>
internal abstract class KilledJob
{
    public abstract string Name { get; }

    /// <summary>The week or life that the next process begins with.</summary>
    public abstract int Start { get; }

    public abstract IEnumerable<string> Command(Database database);

    public abstract Task PrepareAsync(WebApplication app, Database database);

    /// <summary>A process is about to begin.</summary>
    /// <param name="top">Whether to see to it that there is enough to do.</param>
    public virtual Task BeginAsync(WebApplication app, bool top = true) => Task.CompletedTask;

    /// <summary>Whether nothing is left that a run could do.</summary>
    public virtual Task<bool> IsDoneAsync(WebApplication app) => Task.FromResult(true);

    /// <returns>Whether it ended by itself.</returns>
    public abstract bool Heard(string line);

    public abstract Task<Tally> CountAsync(WebApplication app);
}
