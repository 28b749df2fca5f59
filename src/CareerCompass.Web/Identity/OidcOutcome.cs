using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Identity;

public enum OidcOutcome
{
    SignedIn,
    NeedsCode,

    LockedOut,

    /// <summary>Nothing proves that the account with this address belongs to this person.</summary>
    HasAccount,

    HasOtherLink,
    NewAccount,

    FirstAccount,

    Closed,
}
