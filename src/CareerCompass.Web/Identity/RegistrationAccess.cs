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
