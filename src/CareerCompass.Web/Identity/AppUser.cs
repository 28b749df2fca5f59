using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Identity;

/// <summary>What a person signs in with. All else about them is in <see cref="Domain.People.Person"/>, under the same id.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Guid.CreateVersion7();

    public bool IsAdmin { get; set; }

    /// <summary>The account that Development offers to look around in.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Since when nobody can sign in to this account; null when one can. An administrator's decision: it is not a lockout.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>When somebody last signed in; null when nobody ever did.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>The last half minute whose authenticator code was used, counted from 1970: no code counts twice.</summary>
    public long TotpStep { get; set; }

    /// <summary>When a mail server said for good that nobody gets mail at this address; null while it may be believed in.</summary>
    public DateTime? BouncedAt { get; set; }

    /// <summary>What it said.</summary>
    public string? BounceReason { get; set; }

    /// <summary>
    /// Whether a link to a new password may go to the account's address by mail. Not to an unconfirmed one: it may be
    /// mistyped, and its real owner would get the account. An account that was never used holds nothing to take.
    /// </summary>
    /// <param name="mailGoesOut">Mail that becomes files is read by the person who runs the server.</param>
    public bool MayBeMailedReset(bool mailGoesOut, bool hasGoals) =>
        !mailGoesOut || EmailConfirmed || (LastSignInAt is null && !IsAdmin && !hasGoals);
}
