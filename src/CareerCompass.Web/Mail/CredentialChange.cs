using CareerCompass.Web.Language;

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

/// <summary>How a change is kept in <see cref="Message.Detail"/> and told.</summary>
public static class CredentialChanges
{
    public static string Detail(CredentialChange change, string where) => $"{change}\n{where}";

    public static (CredentialChange Change, string Where) Read(string? detail) =>
        (detail ?? "").Split('\n', 2) is [var change, var where] && Enum.TryParse<CredentialChange>(change, out var known) ? (known, where) : default;

    public static string Say(this Words words, CredentialChange change) => change switch
    {
        CredentialChange.Password => words["Your password was changed"],
        CredentialChange.Email => words["Your e-mail address was changed"],
        CredentialChange.AuthenticatorOn => words["An authenticator app was turned on"],
        CredentialChange.AuthenticatorOff => words["The authenticator app was turned off"],
        CredentialChange.AuthenticatorReset => words["The authenticator app was turned off for you"],
        CredentialChange.RecoveryCodes => words["Your recovery codes were renewed"],
        CredentialChange.RecoveryCodeUsed => words["A recovery code was used to sign in"],
        CredentialChange.PasskeyAdded => words["A passkey was added"],
        CredentialChange.PasskeyRemoved => words["A passkey was removed"],
        CredentialChange.LinkAdded => words["A sign-in with another site was linked"],
        _ => words["A sign-in with another site was unlinked"],
    };
}
