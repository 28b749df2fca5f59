namespace CareerCompass.Web.Identity;

public enum OidcLink
{
    Linked,

    IsTaken,

    HasOther,
}
