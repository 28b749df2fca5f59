namespace CareerCompass.Web.Identity;

public enum OidcLinkResult
{
    Linked,

    LinkedToOtherAccount,

    HasOtherSubject,
}
