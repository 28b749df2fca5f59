using CareerCompass.Domain;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>What an administrator does to somebody's account. Nobody does it to themselves, so an administrator is always left. Each act is logged, by ids only.</summary>
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
    /// <summary>Nobody can sign in any more, whoever is signed in is not, and no mail goes there.</summary>
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

    /// <summary>Owes a mail with a link to a new password.</summary>
    /// <exception cref="DomainRuleException">The link would be dead, or could reach another person.</exception>
    public Task MailResetAsync(Guid by, Guid userId) => ActAsync("e-mailed a password link to", by, userId, async _ =>
        {
            RequirePasswords();
            if (!await accounts.MayMailResetAsync((await users.FindByIdAsync(userId.ToString()))!))
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

    /// <summary>Turns the authenticator app off for a person who has neither the phone nor a recovery code. A mail tells them.</summary>
    /// <exception cref="DomainRuleException">It is not on.</exception>
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

    /// <summary>A link to a new password, to be handed over. It is not kept anywhere.</summary>
    /// <exception cref="DomainRuleException">The link would be dead.</exception>
    public async Task<Uri> MakeResetAsync(Guid by, Guid userId)
    {
        RequirePasswords();
        var (token, text) = MailToken.Create(userId, TokenPurpose.HandedReset, clock.GetUtcNow().UtcDateTime);
        await ActAsync("created a password link for", by, userId, _ =>
        {
            db.MailTokens.Add(token);
            return db.SaveChangesAsync();
        });
        return new Uri(mail.PublicUrl, $"account/reset/{text}");
    }

    /// <summary>Gives the account another address, at once. The former one is told if it was confirmed; the new one is asked to confirm.</summary>
    /// <exception cref="DomainRuleException">Another account has the address.</exception>
    public Task ChangeEmailAsync(Guid by, Guid userId, string email) =>
        ActAsync("changed the e-mail address of", by, userId, async _ =>
        {
            await emails.SetAsync((await users.FindByIdAsync(userId.ToString()))!, email, "An administrator");
            return 1;
        });

    /// <summary>Deletes the account and all that belongs to it, at once and for good.</summary>
    public async Task DeleteAsync(Guid by, Guid userId)
    {
        await RequireAsync(by, userId);
        await accounts.CloseAsync(userId);
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
                owner.Use(by); // not theirs for longer than the act
            }

            await transaction.CommitAsync();
        }

        log.LogInformation("Administrator {Admin} {Act} account {User}", by, act, userId);
    }

    private void RequirePasswords()
    {
        if (oidc.IsOnly)
        {
            throw new DomainRuleException(
                "",
                "People sign in with {0} only, so a new password would have no effect.",
                oidc.Provider
            );
        }
    }

    // Asked anew here: of two administrators who take it from each other at the same moment, the later is none any more
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
