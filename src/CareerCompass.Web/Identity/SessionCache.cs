using System.Collections.Concurrent;

namespace CareerCompass.Web.Identity;

/// <summary>What this process knows of sessions, for a short while: that one lived a moment ago, or that it ended here.</summary>
public sealed class SessionCache(TimeProvider clock)
{
    /// <summary>So long a session that was ended in another process may go on in this one.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(50);

    private const int Most = 100_000;

    private readonly ConcurrentDictionary<Guid, (DateTime Until, bool Lives)> known = [];

    /// <returns>Null when it has to be asked of the database.</returns>
    public bool? Lives(Guid session) => known.TryGetValue(session, out var entry) && entry.Until > Now() ? entry.Lives : null;

    // A request that asked the database just before must not bring an ended session back to life
    public void Keep(Guid session)
    {
        MakeRoom();
        known.AddOrUpdate(session, (Now() + Trust, true), (_, entry) => entry is { Lives: false } && entry.Until > Now() ? entry : (Now() + Trust, true));
    }

    public void End(IEnumerable<Guid> sessions)
    {
        foreach (var session in sessions)
        {
            known[session] = (Now() + Trust, false);
        }
    }

    private void MakeRoom()
    {
        if (known.Count >= Most)
        {
            var now = Now();
            foreach (var (session, _) in known.Where(entry => entry.Value.Until <= now || entry.Value.Lives))
            {
                known.TryRemove(session, out _);
            }
        }
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
