using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

/// <summary>Sign-in data only. Everything else is in <see cref="Domain.People.Person"/>, under the same id.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Guid.CreateVersion7();

    public bool IsAdmin { get; set; }

    public bool IsDemo { get; set; }

    /// <summary>Set by an administrator; independent of lockouts.</summary>
    public DateTime? DisabledAt { get; set; }

    public DateTime? LastSignInAt { get; set; }

    /// <summary>
    /// The 30-second step of the last used authenticator code, counted from 1970: a code works only once.
    /// </summary>
    public long TotpStep { get; set; }

    /// <summary>When a mail server reported permanently that this address does not exist.</summary>
    public DateTime? BouncedAt { get; set; }

    public string? BounceReason { get; set; }

    /// <summary>Not to an unconfirmed address: it may be mistyped, and a stranger would get the account.</summary>
    /// <param name="mailGoesOut">False when mail is written to files, which only the operator reads.</param>
    public bool CanReceiveResetLink(bool mailGoesOut, bool hasGoals) =>
        !mailGoesOut || EmailConfirmed || (LastSignInAt is null && !IsAdmin && !hasGoals);
}
