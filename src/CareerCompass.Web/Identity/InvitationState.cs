namespace CareerCompass.Web.Identity;

public enum InvitationState
{
    Open,
    Used,
    Revoked,
    Expired,
}
