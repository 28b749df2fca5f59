namespace CareerCompass.Web.Identity;

public enum OidcSignOutResult
{
    /// <summary>The session did not begin at the provider, or ending it there is not supported.</summary>
    LocalOnly,

    AtProvider,

    Failed,
}
