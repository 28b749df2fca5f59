using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

public static class CredentialChanges
{
    public static string ToDetail(CredentialChange change, string where) => $"{change}\n{where}";

    public static (CredentialChange Change, string Where) FromDetail(string? detail) =>
        (detail ?? "").Split('\n', 2) is [var change, var where]
        && Enum.TryParse<CredentialChange>(change, out var known)
            ? (known, where)
            : default;

    public static string Describe(this Localizer localizer, CredentialChange change) =>
        change switch
        {
            CredentialChange.Password => localizer["Your password was changed"],
            CredentialChange.Email => localizer["Your e-mail address was changed"],
            CredentialChange.AuthenticatorOn => localizer["An authenticator app was turned on"],
            CredentialChange.AuthenticatorOff => localizer["The authenticator app was turned off"],
            CredentialChange.AuthenticatorReset => localizer["The authenticator app was turned off for you"],
            CredentialChange.RecoveryCodes => localizer["Your recovery codes were renewed"],
            CredentialChange.RecoveryCodeUsed => localizer["A recovery code was used to sign in"],
            CredentialChange.PasskeyAdded => localizer["A passkey was added"],
            CredentialChange.PasskeyRemoved => localizer["A passkey was removed"],
            CredentialChange.LinkAdded => localizer["An external sign-in was linked"],
            _ => localizer["An external sign-in was unlinked"],
        };
}
