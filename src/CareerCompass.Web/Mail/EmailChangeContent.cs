using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

public static class EmailChangeContent
{
    /// <summary>To the new address, which may be mistyped, so it contains no name.</summary>
    public static EmailContent Confirm(Localizer localizer, DateTime until, Uri link) =>
        new(
            localizer["Confirm your new e-mail address"],
            localizer["Hello,"],
            [
                localizer[
                    "You asked to use this address for your CareerCompass account. Open the link in the browser "
                        + "where you are signed in, or have your password ready."
                ],
                localizer["The link works until {0}.", until],
            ],
            (localizer["Confirm address"], link),
            localizer["If you did not ask for this, ignore this e-mail. The account keeps its current address."]
        );

    public static EmailContent Taken(Localizer localizer, Uri signIn) =>
        new(
            localizer["This address already has an account"],
            localizer["Hello,"],
            [
                localizer[
                    "Someone, hopefully you, tried to use this address for another CareerCompass account. The "
                        + "address already has an account, so nothing was changed."
                ],
                localizer[
                    "To use the address for the other account, first sign in to this one and change its address, or "
                        + "delete it."
                ],
            ],
            (localizer["Sign in"], signIn),
            localizer["If this was not you, ignore this e-mail."]
        );

    /// <param name="where">The device, or who made the change for the person.</param>
    public static EmailContent Changed(
        Localizer localizer,
        string name,
        DateTime at,
        string where,
        DateTime until,
        Uri undo
    ) =>
        new(
            localizer["The e-mail address of your account was changed"],
            localizer["Hello {0},", name],
            [
                localizer[
                    "The e-mail address of your account was changed. Use the new address to sign in. Reminders and "
                        + "password links are sent there, too."
                ],
                where.Length > 0 ? localizer["{0}, on {1}", where, at] : localizer["On {0}", at],
                localizer[
                    "If this was you, there is nothing to do. If not, take back your account by {0}. It gets this "
                        + "address again, all devices are signed out, and any sign-in methods added since are removed.",
                    until
                ],
            ],
            (localizer["Take back your account"], undo),
            localizer["You are receiving this because it was the address of your account."]
        );

    public static EmailContent Restored(Localizer localizer, string name, DateTime at, Uri app) =>
        new(
            localizer["Your account has its previous e-mail address again"],
            localizer["Hello {0},", name],
            [
                localizer[
                    "The change of your e-mail address was undone with the link sent to the previous address. All "
                        + "devices have been signed out."
                ],
                localizer["On {0}", at],
                localizer[
                    "If this was not you, contact the administrator of this server immediately. They can give the "
                        + "account this address again."
                ],
            ],
            (localizer["Open CareerCompass"], app),
            localizer["You are receiving this because it was the address of your account."]
        );

    /// <summary>Replaces a password reset link when the address was never confirmed.</summary>
    public static EmailContent NoReset(Localizer localizer, Uri signIn) =>
        new(
            localizer["Your password cannot be reset by e-mail"],
            localizer["Hello,"],
            [
                localizer[
                    "Someone, hopefully you, asked to set a new password for an account with this address. The "
                        + "address was never confirmed, so it does not prove whose account it is, and we did not "
                        + "send a link."
                ],
                localizer[
                    "If the account is yours, ask the administrator of this server to create a link for you. Then "
                        + "sign in and confirm the address."
                ],
            ],
            (localizer["Sign in"], signIn),
            localizer["If this was not you, ignore this e-mail. The password stays the same."]
        );
}
