using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

public enum OidcOutcome
{
    SignedIn,
    NeedsCode,

    /// <summary>The account is locked, or may not be signed in to.</summary>
    LockedOut,

    /// <summary>There is an account with this address, and nothing that says that it is theirs.</summary>
    HasAccount,

    /// <summary>The account with this address is linked to another subject of the provider.</summary>
    HasOtherLink,
    NewAccount,

    /// <summary>Nobody has an account yet; whoever opens this one runs the server.</summary>
    FirstAccount,

    /// <summary>Nobody we know, and newcomers are not let in.</summary>
    Closed,
}
