using CareerCompass.Web.Data;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

public enum RegistrationAccess
{
    /// <summary>For the first account of all, with the set-up code where one is asked for.</summary>
    FirstAccount,

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
    public async Task<(RegistrationAccess RegistrationAccess, Invitation? Invitation)> AccessAsync(string? token)
    {
        if (await setup.IsFirstAsync())
        {
            return (RegistrationAccess.FirstAccount, null);
        }

        if (settings.Mode == RegistrationMode.Closed)
        {
            return (RegistrationAccess.Closed, null);
        }

        if (token is null)
        {
            return (IsOffered ? RegistrationAccess.Open : RegistrationAccess.NeedsInvite, null);
        }

        var invitation = await FindInvitationAsync(token);
        return (invitation?.StateAt(clock.GetUtcNow().UtcDateTime) switch
        {
            null => RegistrationAccess.InviteUnknown,
            InvitationState.Used => RegistrationAccess.InviteUsed,
            InvitationState.Revoked => RegistrationAccess.InviteRevoked,
            InvitationState.Expired => RegistrationAccess.InviteExpired,
            _ => RegistrationAccess.Invited,
        }, invitation);
    }

    private async Task<Invitation?> FindInvitationAsync(string token)
    {
        var hash = MailToken.ComputeHash(token);
        return await db.Invitations.AsNoTracking()
            .SingleOrDefaultAsync(invitation => db.MailTokens.Any(row => row.Hash == hash && row.Purpose == TokenPurpose.Invitation && row.InviteId == invitation.Id));
    }
}
