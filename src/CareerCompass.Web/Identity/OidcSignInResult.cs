namespace CareerCompass.Web.Identity;

public enum OidcSignInResult
{
    SignedIn,
    RequiresCode,

    LockedOut,

    /// <summary>Nothing proves that the account with this address belongs to this person.</summary>
    AddressHasAccount,

    LinkedToOtherSubject,
    NewAccount,

    FirstAccount,

    RegistrationClosed,
}
