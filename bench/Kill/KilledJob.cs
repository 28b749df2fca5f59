using CareerCompass.Bench.Support;

namespace CareerCompass.Bench.Kill;

internal abstract class KilledJob
{
    public abstract string Name { get; }

    public abstract int Start { get; }

    public abstract IEnumerable<string> Command(Database database);

    public abstract Task PrepareAsync(WebApplication app, Database database);

    /// <param name="top">Whether to ensure that there is enough to do.</param>
    public virtual Task BeginAsync(WebApplication app, bool top = true) => Task.CompletedTask;

    public virtual Task<bool> IsDoneAsync(WebApplication app) => Task.FromResult(true);

    /// <returns>Whether the process ended by itself.</returns>
    public abstract bool Heard(string line);

    public abstract Task<Tally> CountAsync(WebApplication app);
}
