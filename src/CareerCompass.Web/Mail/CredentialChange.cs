namespace CareerCompass.Web.Mail;

/// <summary>What about somebody's way to sign in changed.</summary>
public enum CredentialChange
{
    Password,
    Email,
    AuthenticatorOn,
    AuthenticatorOff,

    /// <summary>Turned off by an administrator or a command, for a person who lost phone and codes.</summary>
    AuthenticatorReset,

    RecoveryCodes,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    LinkAdded,
    LinkRemoved,
}
