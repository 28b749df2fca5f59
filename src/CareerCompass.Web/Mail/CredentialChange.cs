namespace CareerCompass.Web.Mail;

public enum CredentialChange
{
    Password,
    Email,
    AuthenticatorOn,
    AuthenticatorOff,

    AuthenticatorReset,

    RecoveryCodes,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    LinkAdded,
    LinkRemoved,
}
