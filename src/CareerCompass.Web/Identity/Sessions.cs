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

public sealed class Sessions(CompassDb db, SessionCache cache, TimeProvider clock)
{
    /// <summary>The sliding lifetime of a session and its cookie.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private static readonly TimeSpan LastSeenPrecision = TimeSpan.FromMinutes(5);

    public IQueryable<Session> Active(Guid userId)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - Lifetime;
        return db.Sessions.Where(session =>
            session.UserId == userId && session.EndedAt == null && session.LastSeenAt > oldest
        );
    }

    public async Task<bool> IsKnownDeviceAsync(Guid userId, HttpContext context) =>
        await FindKnownDeviceAsync(userId, context) is not null;

    public async Task<string?> FindKnownDeviceAsync(Guid userId, HttpContext context) =>
        Device.HashOfDevice(context, userId) is { } hash
        && await db.Sessions.AnyAsync(session => session.UserId == userId && session.DeviceHash == hash)
            ? Convert.ToHexString(hash)
            : null;

    /// <summary>Notifies the holder if both the device and the network are new to an account in use.</summary>
    public async Task<Session> StartAsync(AppUser user, HttpContext context)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new Session(
            user.Id,
            Device.Name(context.Request.Headers.UserAgent.ToString()),
            Device.Address(context),
            Device.Remember(context, user.Id, now),
            now
        );
        var isNew =
            user is { IsDemo: false, LastSignInAt: not null }
            && !await db.Sessions.AnyAsync(other => other.UserId == user.Id && other.DeviceHash == session.DeviceHash)
            && !await HasSeenNetworkAsync(user.Id, session.Device, context);
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        cache.Remember(session.Id);
        await db
            .Users.Where(row => row.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSignInAt, now));
        user.LastSignInAt = now;
        if (isNew)
        {
            // One occasion per device: two tabs that sign in simultaneously enqueue one message
            var device = Convert.ToHexString(session.DeviceHash.AsSpan(0, 12));
            await db.EnqueueAsync(
                new OutboxMessage(
                    user.Id,
                    OutboxMessageKind.NewDevice,
                    $"device:{user.Id:N}:{device}:{now:yyyyMMdd}",
                    session.Id,
                    now,
                    Device.Describe(context)
                )
            );
        }

        return session;
    }

    /// <summary>Asks the database at most once a minute.</summary>
    public async Task<bool> IsActiveAsync(Guid userId, Guid sessionId, HttpContext context)
    {
        if (cache.IsAlive(sessionId) is { } known)
        {
            return known;
        }

        // Closes the race with an administrator who disables the account during sign-in
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
        if (now - seenAt >= LastSeenPrecision)
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

    public async Task<bool> EndAsync(Guid userId, Guid sessionId) =>
        await EndAsync(Active(userId).Where(session => session.Id == sessionId)) > 0;

    public Task<int> EndAllAsync(Guid userId, Guid? except) =>
        EndAsync(Active(userId).Where(session => session.Id != except));

    // Browsers that delete cookies on exit are recognized by device name and network
    private async Task<bool> HasSeenNetworkAsync(Guid userId, string device, HttpContext context)
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
            // Duplicates the validator's check, which would first create all the account services
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

    /// <summary>Identity recreates the principal each half hour; this keeps the session's claims.</summary>
    internal static Task KeepSessionClaim(SecurityStampRefreshingPrincipalContext context)
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
