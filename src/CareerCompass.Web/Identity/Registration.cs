using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

public sealed class Registration(CompassDb db, RegistrationSettings settings, SetupCode setup, TimeProvider clock)
{
    public bool IsOpen => settings.Mode == RegistrationMode.Open;

    public async Task<(RegistrationAccess RegistrationAccess, Invitation? Invitation)> AccessAsync(string? token)
    {
        if (await setup.IsFirstAccountAsync())
        {
            return (RegistrationAccess.FirstAccount, null);
        }

        if (settings.Mode == RegistrationMode.Closed)
        {
            return (RegistrationAccess.Closed, null);
        }

        if (token is null)
        {
            return (IsOpen ? RegistrationAccess.Open : RegistrationAccess.NeedsInvite, null);
        }

        var invitation = await FindInvitationAsync(token);
        return (
            invitation?.StateAt(clock.GetUtcNow().UtcDateTime) switch
            {
                null => RegistrationAccess.InviteUnknown,
                InvitationState.Used => RegistrationAccess.InviteUsed,
                InvitationState.Revoked => RegistrationAccess.InviteRevoked,
                InvitationState.Expired => RegistrationAccess.InviteExpired,
                _ => RegistrationAccess.Invited,
            },
            invitation
        );
    }

    private async Task<Invitation?> FindInvitationAsync(string token)
    {
        var hash = MailToken.ComputeHash(token);
        return await db
            .Invitations.AsNoTracking()
            .SingleOrDefaultAsync(invitation =>
                db.MailTokens.Any(row =>
                    row.Hash == hash && row.Purpose == TokenPurpose.Invitation && row.InviteId == invitation.Id
                )
            );
    }
}
