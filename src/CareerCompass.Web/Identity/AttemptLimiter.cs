using System.Buffers;
using System.Diagnostics;
using System.Net;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Slows down password guessing and mailbox flooding. Attempts regenerate one by one over 15 minutes. Keys are hashed
/// into a fixed number of slots, so a flood of made-up addresses cannot fill the memory.
/// </summary>
public sealed class AttemptLimiter(AttemptSettings settings) : IDisposable
{
    private readonly AttemptCounter addresses = new(settings.TriesPerAddress);
    private readonly AttemptCounter accounts = new(settings.TriesPerAccount);

    /// <returns>How long to wait; null when the attempt is allowed.</returns>
    public TimeSpan? Count(string what, IPAddress? address, string? account) =>
        addresses.Take(AddressKey(what, address))
        ?? (account is null ? null : accounts.Take(AccountKey(what, account)));

    /// <summary>Strangers' attempts do not affect a known device.</summary>
    public TimeSpan? CountKnown(string what, string device) => accounts.Take(AccountKey(what, device));

    /// <summary>Gives back an attempt that succeeded.</summary>
    public void Release(string what, IPAddress? address, string? account)
    {
        addresses.Release(AddressKey(what, address));
        if (account is not null)
        {
            accounts.Release(AccountKey(what, account));
        }
    }

    public void ReleaseKnown(string what, string device) => accounts.Release(AccountKey(what, device));

    public void Dispose()
    {
        addresses.Dispose();
        accounts.Dispose();
    }

    private static string AddressKey(string what, IPAddress? address) => $"{what}|{Device.Network(address)}";

    private static string AccountKey(string what, string account) => $"{what}|{account.Trim().ToUpperInvariant()}";

    /// <summary>Each slot holds the time when all its attempts are available again.</summary>
    private sealed class AttemptCounter(int tries) : IDisposable
    {
        private const int Places = 1 << 16;
        private static readonly long Window = 15 * 60 * Stopwatch.Frequency;

        private readonly long share = Window / tries;
        private readonly long[] full = Rent();

        public TimeSpan? Take(string key)
        {
            ref var place = ref Place(key);
            while (true)
            {
                var (seen, now) = (Volatile.Read(ref place), Stopwatch.GetTimestamp());
                var next = Math.Max(seen, now) + share;
                if (next - now > Window)
                {
                    return Stopwatch.GetElapsedTime(now, next - Window);
                }

                if (Interlocked.CompareExchange(ref place, next, seen) == seen)
                {
                    return null;
                }
            }
        }

        public void Release(string key) => Interlocked.Add(ref Place(key), -share);

        public void Dispose() => ArrayPool<long>.Shared.Return(full);

        // String hashes are randomized per process, so an attacker cannot find keys that share a slot
        private ref long Place(string key) =>
            ref full[(key.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % Places];

        private static long[] Rent()
        {
            var rented = ArrayPool<long>.Shared.Rent(Places);
            Array.Clear(rented);
            return rented;
        }
    }
}
