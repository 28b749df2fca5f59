using CareerCompass.Web.Data;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

public enum Door
{
    /// <summary>For the first account of all, with the set-up code where one is asked for.</summary>
    First,

    Open,

    /// <summary>For whoever holds this invitation.</summary>
    Invited,

    /// <summary>Only by invitation, and there is none.</summary>
    NeedsInvite,

    Closed,

    /// <summary>The link leads to no invitation: it lost a piece, or whoever made it is gone.</summary>
    InviteUnknown,

    InviteUsed,

    InviteRevoked,

    InviteExpired,
}

/// <summary>Who may open an account here, and how.</summary>
public sealed class Registration(CompassDb db, RegistrationSettings settings, SetupCode setup, TimeProvider clock)
{
    /// <summary>Whether pages may offer it to whoever comes.</summary>
    public bool IsOffered => settings.Mode == RegistrationMode.Open;

    /// <param name="token">Of an invitation's link; null without one.</param>
    public async Task<(Door Door, Invite? Invite)> DoorAsync(string? token)
    {
        if (await setup.IsFirstAsync())
        {
            return (Door.First, null);
        }

        if (settings.Mode == RegistrationMode.Closed)
        {
            return (Door.Closed, null);
        }

        if (token is null)
        {
            return (IsOffered ? Door.Open : Door.NeedsInvite, null);
        }

        var invite = await InviteAsync(token);
        return (invite?.StateAt(clock.GetUtcNow().UtcDateTime) switch
        {
            null => Door.InviteUnknown,
            InviteState.Used => Door.InviteUsed,
            InviteState.Revoked => Door.InviteRevoked,
            InviteState.Expired => Door.InviteExpired,
            _ => Door.Invited,
        }, invite);
    }

    private async Task<Invite?> InviteAsync(string token)
    {
        var hash = MailToken.HashOf(token);
        return await db.Invites.AsNoTracking()
            .SingleOrDefaultAsync(invite => db.MailTokens.Any(row => row.Hash == hash && row.Purpose == TokenPurpose.Invitation && row.InviteId == invite.Id));
    }
}
