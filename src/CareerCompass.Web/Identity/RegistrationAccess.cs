namespace CareerCompass.Web.Identity;

public enum RegistrationAccess
{
    FirstAccount,

    Open,

    Invited,

    NeedsInvite,

    Closed,

    /// <summary>The link is incomplete, or the inviting account was deleted.</summary>
    InviteUnknown,

    InviteUsed,

    InviteRevoked,

    InviteExpired,
}
