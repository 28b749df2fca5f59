using CareerCompass.Domain;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>What administrators do to other people's accounts, not to their own, so one always remains.</summary>
public sealed class Administration(
    CompassDb db,
    OwnerScope owner,
    Accounts accounts,
    Authenticator authenticator,
    EmailChanges emails,
    UserManager<AppUser> users,
    OidcSettings oidc,
    MailSettings mail,
    TimeProvider clock,
    ILogger<Administration> log
)
{
    public async Task DisableAsync(Guid by, Guid userId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await ActAsync("disabled", by, userId, user =>
            user.ExecuteUpdateAsync(set => set.SetProperty(row => row.DisabledAt, row => row.DisabledAt ?? now))
        );
        await accounts.EndSessionsAsync(userId);
    }

    public Task EnableAsync(Guid by, Guid userId) =>
        ActAsync("enabled", by, userId, user =>
            user.ExecuteUpdateAsync(set => set.SetProperty(row => row.DisabledAt, (DateTime?)null))
        );

    public Task PromoteAsync(Guid by, Guid userId) =>
        ActAsync("granted administrator rights to", by, userId, user =>
            user.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsAdmin, true))
        );

    public Task DemoteAsync(Guid by, Guid userId) =>
        ActAsync("removed administrator rights from", by, userId, user =>
            user.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsAdmin, false))
        );

    public Task SignOutAsync(Guid by, Guid userId) =>
        ActAsync("signed out", by, userId, _ => accounts.EndSessionsAsync(userId));

    /// <exception cref="DomainRuleException">The link would not work, or could reach another person.</exception>
    public Task MailResetAsync(Guid by, Guid userId) => ActAsync("e-mailed a password link to", by, userId, async _ =>
        {
            RequirePasswords();
            if (!await accounts.CanMailResetLinkAsync((await users.FindByIdAsync(userId.ToString()))!))
            {
                throw new DomainRuleException(
                    "",
                    "The address is not confirmed, so the link could reach someone else. Create a link and pass it "
                        + "on yourself instead."
                );
            }

            await accounts.SendResetAsync(userId);
            return 1;
        });

    /// <summary>For a person who lost both phone and recovery codes.</summary>
    public Task ResetAuthenticatorAsync(Guid by, Guid userId) =>
        ActAsync("turned off the authenticator app of", by, userId, async _ =>
        {
            var user = (await users.FindByIdAsync(userId.ToString()))!;
            if (!user.TwoFactorEnabled)
            {
                throw new DomainRuleException("", "This account has no authenticator app.");
            }

            await authenticator.ResetAsync(user, "An administrator");
            return 1;
        });

    /// <summary>Creates a password reset link to hand over in person. Only its hash is stored.</summary>
    public async Task<Uri> CreateResetLinkAsync(Guid by, Guid userId)
    {
        RequirePasswords();
        var (token, text) = MailToken.Create(userId, TokenPurpose.AdminReset, clock.GetUtcNow().UtcDateTime);
        await ActAsync("created a password link for", by, userId, _ =>
        {
            db.MailTokens.Add(token);
            return db.SaveChangesAsync();
        });
        return new Uri(mail.PublicUrl, $"account/reset/{text}");
    }

    /// <summary>Notifies the former address if it was confirmed, and asks the new one to confirm.</summary>
    public Task ChangeEmailAsync(Guid by, Guid userId, string email) =>
        ActAsync("changed the e-mail address of", by, userId, async _ =>
        {
            await emails.ChangeNowAsync((await users.FindByIdAsync(userId.ToString()))!, email, "An administrator");
            return 1;
        });

    public async Task DeleteAsync(Guid by, Guid userId)
    {
        await RequireAsync(by, userId);
        await accounts.DeleteAsync(userId);
        log.LogInformation("Administrator {Admin} {Act} account {User}", by, "deleted", userId);
    }

    private async Task ActAsync(string act, Guid by, Guid userId, Func<IQueryable<AppUser>, Task<int>> apply)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.LockAdminsAsync();
            await RequireAsync(by, userId);
            try
            {
                await apply(db.Users.Where(user => user.Id == userId));
            }
            finally
            {
                owner.Use(by);
            }

            await transaction.CommitAsync();
        }

        log.LogInformation("Administrator {Admin} {Act} account {User}", by, act, userId);
    }

    private void RequirePasswords()
    {
        if (oidc.IsOnlySignIn)
        {
            throw new DomainRuleException(
                "",
                "People sign in with {0} only, so a new password would have no effect.",
                oidc.Provider
            );
        }
    }

    // Checked inside the transaction: two administrators may revoke each other's role at the same moment
    private async Task RequireAsync(Guid by, Guid userId)
    {
        if (by == userId)
        {
            throw new DomainRuleException(
                "",
                "This is your own account. Use your settings, or ask another administrator."
            );
        }

        if (!await db.Users.AnyAsync(user => user.Id == by && user.IsAdmin && user.DisabledAt == null))
        {
            throw new DomainRuleException("", "You are no longer an administrator, so nothing was changed.");
        }
    }
}
