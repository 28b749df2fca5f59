using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

/// <param name="Provider">The provider's name; null when none is set up.</param>
/// <param name="HasOtherSignIn">There is a password or passkey to sign in with.</param>
/// <param name="OtherAddress">The address that the provider gives the person, when the account has another one.</param>
/// <param name="Address">The account's address.</param>
public sealed record LinkedSignIns(
    string? Provider,
    IReadOnlyList<LinkedSignIn> Links,
    bool HasOtherSignIn,
    string? OtherAddress,
    string? Address
)
{
    /// <summary>There is something to show.</summary>
    public bool Any => Provider is not null || Links.Count > 0;

    public bool CanLink => Provider is not null && !Links.Any(link => link.IsUsable);

    /// <summary>It is not the only way in.</summary>
    public bool CanUnlink(LinkedSignIn link) => HasOtherSignIn || Links.Any(other => other.IsUsable && other != link);
}
