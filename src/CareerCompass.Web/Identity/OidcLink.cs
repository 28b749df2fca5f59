namespace CareerCompass.Web.Identity;

/// <summary>What became of linking a subject to an account.</summary>
public enum OidcLink
{
    Linked,

    /// <summary>The subject is linked to another account.</summary>
    IsTaken,

    /// <summary>The account is linked to another subject of the same issuer.</summary>
    HasOther,
}
