using System.Collections.Concurrent;

namespace CareerCompass.Web.Identity;

/// <summary>What this process knows of sessions, for a short while: that one lived a moment ago, or that it ended here.</summary>
public sealed class SessionCache(TimeProvider clock)
{
    /// <summary>So long a session that was ended in another process may go on in this one.</summary>
    private static readonly TimeSpan TrustPeriod = TimeSpan.FromSeconds(50);

    private const int MaxSessions = 100_000;

    private readonly ConcurrentDictionary<Guid, (DateTime Until, bool Lives)> known = [];

    /// <returns>Null when it has to be asked of the database.</returns>
    public bool? IsAlive(Guid session) =>
        known.TryGetValue(session, out var entry) && entry.Until > Now() ? entry.Lives : null;

    // A request that asked the database just before must not bring an ended session back to life
    public void Remember(Guid session)
    {
        MakeRoom();
        known.AddOrUpdate(session, (Now() + TrustPeriod, true), (_, entry) =>
            entry is { Lives: false } && entry.Until > Now() ? entry : (Now() + TrustPeriod, true)
        );
    }

    public void Forget(IEnumerable<Guid> sessions)
    {
        foreach (var session in sessions)
        {
            known[session] = (Now() + TrustPeriod, false);
        }
    }

    private void MakeRoom()
    {
        if (known.Count >= MaxSessions)
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
