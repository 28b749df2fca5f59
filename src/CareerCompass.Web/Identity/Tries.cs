using System.Net;
using System.Threading.RateLimiting;

namespace CareerCompass.Web.Identity;

/// <summary>Setting "SignIn": how often somebody may try within a quarter of an hour, in each process.</summary>
public sealed class TrySettings
{
    private const int MaxTries = 1_000_000;

    /// <summary>From one network address: a household or a club behind one router shares it.</summary>
    public int TriesPerAddress { get; set; } = 100;

    /// <summary>For one account, whether it exists or not.</summary>
    public int TriesPerAccount { get; set; } = 10;

    /// <exception cref="InvalidOperationException">Sign-in would never work, or the limiter could not count so far.</exception>
    public void Check()
    {
        if (TriesPerAddress is < 1 or > MaxTries || TriesPerAccount is < 1 or > MaxTries)
        {
            throw new InvalidOperationException($"SignIn:TriesPerAddress and SignIn:TriesPerAccount have to lie between 1 and {MaxTries}.");
        }
    }
}

/// <summary>
/// Slows down whoever guesses passwords or floods mailboxes. Tries come back one by one over a quarter of an hour. What
/// is counted for is hashed into a fixed number of places, so that no flood of made-up addresses can fill the memory.
/// </summary>
public sealed class Tries(TrySettings settings) : IDisposable
{
    private const int Places = 1 << 16;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> addresses = Limiter(settings.TriesPerAddress);
    private readonly PartitionedRateLimiter<string> accounts = Limiter(settings.TriesPerAccount);

    /// <summary>Counts a try.</summary>
    /// <param name="what">Each has tries of its own: signing in, asking for mail, registering.</param>
    /// <param name="account">The address that was typed, or the account's id; null when the form names none.</param>
    /// <returns>How long to wait; null when it may go on.</returns>
    public TimeSpan? Count(string what, IPAddress? address, string? account) =>
        Take(addresses, $"{what}|{Network(address)}") ?? (account is null ? null : Take(accounts, $"{what}|{account.Trim().ToUpperInvariant()}"));

    public void Dispose()
    {
        addresses.Dispose();
        accounts.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    // In IPv6 everybody has a network of 2^64 addresses to choose from
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    // The hash of a string is another one in each process: nobody can work out whose place is whose
    private static PartitionedRateLimiter<string> Limiter(int tries) => PartitionedRateLimiter.Create<string, int>(key =>
        RateLimitPartition.GetTokenBucketLimiter((key.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % Places, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = tries,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Window / tries,
        }));
}

/// <summary>Answers that must not tell by their time whether an account exists go out on the next beat of a slow clock.</summary>
public static class Beat
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until a whole number of beats has passed since then: a hash or a write more or less makes no difference.</summary>
    public static Task NextAsync(TimeProvider clock, long since)
    {
        var passed = clock.GetElapsedTime(since);
        return Task.Delay((Length * Math.Ceiling(passed / Length)) - passed);
    }
}
