using System.Net;
using System.Security.Claims;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareerCompass.Web.Identity;

/// <summary>Where accounts are signed in. A cookie is good as long as the session that it names.</summary>
public sealed class Sessions(CompassDb db, SessionCache cache, TimeProvider clock)
{
    /// <summary>A session that is not used for so long is over, as is its cookie.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How exactly it is kept when a session was last used.</summary>
    private static readonly TimeSpan LastSeenStep = TimeSpan.FromMinutes(5);

    /// <summary>The account's sessions that live.</summary>
    public IQueryable<Session> Active(Guid userId)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - Lifetime;
        return db.Sessions.Where(session =>
            session.UserId == userId && session.EndedAt == null && session.LastSeenAt > oldest
        );
    }

    /// <summary>Whether the account was signed in to on this device before, by its cookie: nothing that a stranger could have.</summary>
    public async Task<bool> IsKnownDeviceAsync(Guid userId, HttpContext context) =>
        await DeviceAsync(userId, context) is not null;

    /// <summary>Names the device, if the account was signed in to on it before.</summary>
    public async Task<string?> DeviceAsync(Guid userId, HttpContext context) =>
        Device.HashFor(context, userId) is { } hash
        && await db.Sessions.AnyAsync(session => session.UserId == userId && session.DeviceHash == hash)
            ? Convert.ToHexString(hash)
            : null;

    /// <summary>Begins a session. If the account was never used on this device or from this place, but elsewhere, its holder hears of it by mail.</summary>
    public async Task<Session> StartAsync(AppUser user, HttpContext context)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new Session(
            user.Id,
            Device.Name(context.Request.Headers.UserAgent.ToString()),
            Device.Address(context),
            Device.FindKnown(context, user.Id, now),
            now
        );
        var isNew =
            user is { IsDemo: false, LastSignInAt: not null }
            && !await db.Sessions.AnyAsync(other => other.UserId == user.Id && other.DeviceHash == session.DeviceHash)
            && !await UpdateLastSeenAsync(user.Id, session.Device, context);
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        cache.Remember(session.Id);
        await db
            .Users.Where(row => row.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSignInAt, now));
        user.LastSignInAt = now;
        if (isNew)
        {
            // The device's own occasion: two tabs that sign in at once owe one mail
            var device = Convert.ToHexString(session.DeviceHash.AsSpan(0, 12));
            await db.EnqueueAsync(
                new OutboxMessage(
                    user.Id,
                    MessageKind.NewDevice,
                    $"device:{user.Id:N}:{device}:{now:yyyyMMdd}",
                    session.Id,
                    now,
                    Device.LocationOf(context)
                )
            );
        }

        return session;
    }

    /// <summary>Whether a session may go on; at most once a minute this asks the database.</summary>
    public async Task<bool> IsActiveAsync(Guid userId, Guid sessionId, HttpContext context)
    {
        if (cache.IsAlive(sessionId) is { } known)
        {
            return known;
        }

        // An account that was disabled while somebody was signing in to it is closed to them here
        var seenAt = await Active(userId)
            .Where(session =>
                session.Id == sessionId && db.Users.Any(user => user.Id == session.UserId && user.DisabledAt == null)
            )
            .Select(session => (DateTime?)session.LastSeenAt)
            .SingleOrDefaultAsync();
        if (seenAt is null)
        {
            return false;
        }

        cache.Remember(sessionId);
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - seenAt >= LastSeenStep)
        {
            var address = Device.Address(context);
            await db
                .Sessions.Where(session => session.Id == sessionId)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(session => session.LastSeenAt, now).SetProperty(session => session.Address, address)
                );
        }

        return true;
    }

    /// <returns>False when the account has no such session.</returns>
    public async Task<bool> EndAsync(Guid userId, Guid sessionId) =>
        await EndAsync(Active(userId).Where(session => session.Id == sessionId)) > 0;

    /// <returns>How many ended.</returns>
    public Task<int> EndAllAsync(Guid userId, Guid? except) =>
        EndAsync(Active(userId).Where(session => session.Id != except));

    // A browser that forgets its cookies at each end is told by its name and network
    private async Task<bool> UpdateLastSeenAsync(Guid userId, string device, HttpContext context)
    {
        var network = Device.Network(context.Connection.RemoteIpAddress);
        var addresses = await db
            .Sessions.Where(session => session.UserId == userId && session.Device == device)
            .Select(session => session.Address)
            .Distinct()
            .ToListAsync();
        return addresses.Exists(address =>
            Device.Network(IPAddress.TryParse(address, out var parsed) ? parsed : null) == network
        );
    }

    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (
            context.Principal?.Id() is { } user
            && context.Principal.SessionId() is { } session
            && await sessions.IsActiveAsync(user, session, context.HttpContext)
        )
        {
            // What the validator would find out by itself, but for that it makes all that manages accounts first
            var services = context.HttpContext.RequestServices;
            var interval = services
                .GetRequiredService<IOptions<SecurityStampValidatorOptions>>()
                .Value.ValidationInterval;
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (context.Properties.IssuedUtc is not { } issued || now - issued > interval)
            {
                await SecurityStampValidator.ValidatePrincipalAsync(context);
            }
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <summary>The cookie is written anew from the account each half hour; what is the session's stays.</summary>
    internal static Task CarryOver(SecurityStampRefreshingPrincipalContext context)
    {
        if (
            context.CurrentPrincipal?.FindFirst(CurrentUser.SessionClaim) is { } session
            && context.NewPrincipal?.Identity is ClaimsIdentity identity
        )
        {
            identity.AddClaim(session.Clone());
        }

        return Task.CompletedTask;
    }

    private async Task<int> EndAsync(IQueryable<Session> which)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = await which.Select(session => session.Id).ToListAsync();
        var ended = await db
            .Sessions.Where(session => ids.Contains(session.Id) && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now));
        cache.Forget(ids);
        return ended;
    }
}
