using CareerCompass.Domain.People;
using CareerCompass.Web.Data;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <summary>Opens and closes accounts: sign-in account and person together, or neither.</summary>
public sealed class Accounts(CompassDb db, UserManager<AppUser> users, OwnerScope owner, MailSettings mail, TimeProvider clock)
{
    /// <summary>Opens an account. The first one on this server becomes its administrator.</summary>
    /// <returns>The account, or what is wrong with e-mail or password.</returns>
    /// <exception cref="Domain.RuleBroken">Name or zone are wrong.</exception>
    public async Task<(AppUser User, IdentityResult Result)> OpenAsync(string? name, string email, string password, string? zone, bool demo = false)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var user = new AppUser { UserName = email, Email = email, IsDemo = demo };
        var person = new Person(user.Id, name, zone, now);

        // Serializable: of two first accounts opened at the same moment only one becomes administrator
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
        user.IsAdmin = !demo && !await users.Users.AnyAsync(other => !other.IsDemo);
        var result = await users.CreateAsync(user, password);
        if (result.Succeeded)
        {
            owner.Become(user.Id);
            db.People.Add(person);
            db.Capacities.Add(new Capacity(user.Id, person.Today(now), Person.FirstCapacity));
            if (mail.UsesSmtp && !demo)
            {
                db.Messages.Add(new Message(user.Id, MessageKind.ConfirmEmail, $"confirm:{user.Id:N}", null, now));
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        return (user, result);
    }

    /// <summary>Deletes the account and all that belongs to it, at once and for good.</summary>
    public async Task CloseAsync(Guid userId)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.EraseGoalsAsync(goal => goal.OwnerId == userId);
        await db.Users.Where(user => user.Id == userId).ExecuteDeleteAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Owes a mail with a link to a new password; at most one in five minutes.</summary>
    public Task SendResetAsync(Guid userId) => OweAsync(userId, MessageKind.ResetPassword, TimeSpan.FromMinutes(5));

    /// <summary>Owes another mail with a link that confirms the address; at most one in five minutes.</summary>
    public Task SendConfirmationAsync(Guid userId) => OweAsync(userId, MessageKind.ConfirmEmail, TimeSpan.FromMinutes(5));

    private async Task OweAsync(Guid userId, MessageKind kind, TimeSpan distance)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var occasion = $"{kind}:{userId:N}:{now.Ticks / distance.Ticks}";
        owner.Become(userId);
        if (!await db.Messages.AnyAsync(message => message.Occasion == occasion))
        {
            db.Messages.Add(new Message(userId, kind, occasion, null, now));
            await db.SaveChangesAsync();
        }
    }
}
