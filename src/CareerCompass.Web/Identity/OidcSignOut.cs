namespace CareerCompass.Web.Identity;

/// <summary>What becomes of the session at the provider when a person signs out here.</summary>
public enum OidcSignOut
{
    /// <summary>It goes on: it was not begun there, or the provider or the settings do not offer to end it.</summary>
    LocalOnly,

    /// <summary>The browser leaves to end it.</summary>
    AtProvider,

    /// <summary>The provider cannot be reached.</summary>
    Failed,
}
