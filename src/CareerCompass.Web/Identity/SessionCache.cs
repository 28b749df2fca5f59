using System.Collections.Concurrent;

namespace CareerCompass.Web.Identity;

public sealed class SessionCache(TimeProvider clock)
{
    /// <summary>How long a session that another process ended may continue here.</summary>
    private static readonly TimeSpan TrustPeriod = TimeSpan.FromSeconds(50);

    private const int MaxSessions = 100_000;

    private readonly ConcurrentDictionary<Guid, (DateTime Until, bool Lives)> known = [];

    /// <returns>Null when only the database knows.</returns>
    public bool? IsAlive(Guid session) =>
        known.TryGetValue(session, out var entry) && entry.Until > Now() ? entry.Lives : null;

    // A request that read the database just before must not revive an ended session
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
