using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

/// <summary>What e-mails say about an account's address.</summary>
public static class EmailChangeContent
{
    /// <summary>To the new address, which may be mistyped: it names no one.</summary>
    public static EmailContent Confirm(Localizer localizer, DateTime until, Uri link) => new(
        localizer["Confirm your new e-mail address"],
        localizer["Hello,"],
        [
            localizer["you asked to use this address for your CareerCompass account. Open the link in the browser where you are signed in, or have your password ready."],
            localizer["The link works until {0}.", until],
        ],
        (localizer["Confirm the address"], link),
        localizer["If you did not ask for this, do nothing: the account keeps the address it has."]);

    /// <summary>To the new address, when another account has it.</summary>
    public static EmailContent Taken(Localizer localizer, Uri signIn) => new(
        localizer["This address has an account already"],
        localizer["Hello,"],
        [
            localizer["someone, hopefully you, wanted to use this address for another CareerCompass account. There is one with it already, so nothing was changed."],
            localizer["To use the address for the other account, sign in to this one first and give it another address, or delete it."],
        ],
        (localizer["Sign in"], signIn),
        localizer["If it was not you, do nothing."]);

    /// <summary>To the former address.</summary>
    /// <param name="where">The device, or who did it instead of the person.</param>
    public static EmailContent Changed(Localizer localizer, string name, DateTime at, string where, DateTime until, Uri undo) => new(
        localizer["The e-mail address of your account was changed"],
        localizer["Hello {0},", name],
        [
            localizer["your account has another e-mail address from now on. You sign in with it, and reminders and links to a new password go there."],
            where.Length > 0 ? localizer["{0}, on {1}", where, at] : localizer["On {0}", at],
            localizer["If it was you, there is nothing to do. If it was not, take the account back until {0}: it gets this address again, every device is signed out, and what was added to sign in with since is removed.", until],
        ],
        (localizer["Take the account back"], undo),
        localizer["You get this because it was the address of your account."]);

    /// <summary>To the address that the account had until it was taken back.</summary>
    public static EmailContent Restored(Localizer localizer, string name, DateTime at, Uri app) => new(
        localizer["Your account has its former e-mail address again"],
        localizer["Hello {0},", name],
        [
            localizer["the change of your account's e-mail address was undone by the link that went to the former one. Every device is signed out."],
            localizer["On {0}", at],
            localizer["If it was not you, write to the person who runs this server at once: they can give the account this address again."],
        ],
        (localizer["Open CareerCompass"], app),
        localizer["You get this because it was the address of your account."]);

    /// <summary>In place of a link to a new password, to an address that was never confirmed.</summary>
    public static EmailContent NoReset(Localizer localizer, Uri signIn) => new(
        localizer["No link to a new password"],
        localizer["Hello,"],
        [
            localizer["someone, hopefully you, asked to set a new password for an account with this address. The address was never confirmed, so it does not prove whose account it is, and no link is sent."],
            localizer["If it is yours, ask the person who runs this server: they can make a link for you. Then sign in and confirm the address."],
        ],
        (localizer["Sign in"], signIn),
        localizer["If it was not you, do nothing: the password stays as it is."]);
}
