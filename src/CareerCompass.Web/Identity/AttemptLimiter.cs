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
    public TimeSpan? Record(string what, IPAddress? address, string? account) =>
        addresses.Record(AddressKey(what, address))
        ?? (account is null ? null : accounts.Record(AccountKey(what, account)));

    /// <summary>Strangers' attempts do not affect a known device.</summary>
    public TimeSpan? RecordKnown(string what, string device) => accounts.Record(AccountKey(what, device));

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
        private const int SlotCount = 1 << 16;
        private static readonly long Window = 15 * 60 * Stopwatch.Frequency;

        private readonly long share = Window / tries;
        private readonly long[] full = Rent();

        public TimeSpan? Record(string key)
        {
            ref var place = ref SlotOf(key);
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

        public void Release(string key) => Interlocked.Add(ref SlotOf(key), -share);

        public void Dispose() => ArrayPool<long>.Shared.Return(full);

        // String hashes are randomized per process, so an attacker cannot find keys that share a slot
        private ref long SlotOf(string key) =>
            ref full[(key.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % SlotCount];

        private static long[] Rent()
        {
            var rented = ArrayPool<long>.Shared.Rent(SlotCount);
            Array.Clear(rented);
            return rented;
        }
    }
}
