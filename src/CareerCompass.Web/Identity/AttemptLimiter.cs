using System.Buffers;
using System.Diagnostics;
using System.Net;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Slows down guessing of passwords and flooding of mailboxes. Tries come back one by one over a quarter of an hour, and one
/// that turns out right is given back. What is counted for is hashed into a fixed number of places, so that no flood of
/// made-up addresses can fill the memory.
/// </summary>
public sealed class AttemptLimiter(AttemptSettings settings) : IDisposable
{
    private readonly AttemptCounter addresses = new(settings.TriesPerAddress);
    private readonly AttemptCounter accounts = new(settings.TriesPerAccount);

    /// <summary>Counts a try.</summary>
    /// <param name="what">Each has tries of its own: signing in, asking for mail, registering.</param>
    /// <param name="account">The address that was typed, or the account's id; null when the form names none.</param>
    /// <returns>How long to wait; null when it may go on.</returns>
    public TimeSpan? Count(string what, IPAddress? address, string? account) =>
        addresses.Take(AddressKey(what, address))
        ?? (account is null ? null : accounts.Take(AccountKey(what, account)));

    /// <summary>Counts a try on a device that is known to the account: those of strangers do not count against it.</summary>
    public TimeSpan? CountKnown(string what, string device) => accounts.Take(AccountKey(what, device));

    /// <summary>What was counted was right, and so was no guess.</summary>
    public void Release(string what, IPAddress? address, string? account)
    {
        addresses.Release(AddressKey(what, address));
        if (account is not null)
        {
            accounts.Release(AccountKey(what, account));
        }
    }

    /// <summary>The same for a known device.</summary>
    public void ReleaseKnown(string what, string device) => accounts.Release(AccountKey(what, device));

    public void Dispose()
    {
        addresses.Dispose();
        accounts.Dispose();
    }

    private static string AddressKey(string what, IPAddress? address) => $"{what}|{Device.Network(address)}";

    private static string AccountKey(string what, string account) => $"{what}|{account.Trim().ToUpperInvariant()}";

    /// <summary>
    /// One number a place: when all its tries will be back. A try pushes it into the future by its share of the window, and
    /// is refused when it would be further away than the window is long.
    /// </summary>
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

        // The hash of a string differs in each process: nobody can work out whose place is whose
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
