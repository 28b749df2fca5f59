using CareerCompass.Web.Language;

namespace CareerCompass.Web.Mail;

/// <summary>What e-mails say about an account's address.</summary>
public static class EmailChangeLetter
{
    /// <summary>To the new address, which may be mistyped: it names no one.</summary>
    public static Letter Confirm(Words words, DateTime until, Uri link) => new(
        words["Confirm your new e-mail address"],
        words["Hello,"],
        [
            words["you asked to use this address for your CareerCompass account. Open the link in the browser where you are signed in, or have your password ready."],
            words["The link works until {0}.", until],
        ],
        (words["Confirm the address"], link),
        words["If you did not ask for this, do nothing: the account keeps the address it has."]);

    /// <summary>To the new address, when another account has it.</summary>
    public static Letter Taken(Words words, Uri signIn) => new(
        words["This address has an account already"],
        words["Hello,"],
        [
            words["someone, hopefully you, wanted to use this address for another CareerCompass account. There is one with it already, so nothing was changed."],
            words["To use the address for the other account, sign in to this one first and give it another address, or delete it."],
        ],
        (words["Sign in"], signIn),
        words["If it was not you, do nothing."]);

    /// <summary>To the former address.</summary>
    /// <param name="where">The device, or who did it instead of the person.</param>
    public static Letter Changed(Words words, string name, DateTime at, string where, DateTime until, Uri undo) => new(
        words["The e-mail address of your account was changed"],
        words["Hello {0},", name],
        [
            words["your account has another e-mail address from now on. You sign in with it, and reminders and links to a new password go there."],
            where.Length > 0 ? words["{0}, on {1}", where, at] : words["On {0}", at],
            words["If it was you, there is nothing to do. If it was not, take the account back until {0}: it gets this address again, every device is signed out, and what was added to sign in with since is removed.", until],
        ],
        (words["Take the account back"], undo),
        words["You get this because it was the address of your account."]);

    /// <summary>To the address that the account had until it was taken back.</summary>
    public static Letter Restored(Words words, string name, DateTime at, Uri app) => new(
        words["Your account has its former e-mail address again"],
        words["Hello {0},", name],
        [
            words["the change of your account's e-mail address was undone by the link that went to the former one. Every device is signed out."],
            words["On {0}", at],
            words["If it was not you, write to the person who runs this server at once: they can give the account this address again."],
        ],
        (words["Open CareerCompass"], app),
        words["You get this because it was the address of your account."]);

    /// <summary>In place of a link to a new password, to an address that was never confirmed.</summary>
    public static Letter NoReset(Words words, Uri signIn) => new(
        words["No link to a new password"],
        words["Hello,"],
        [
            words["someone, hopefully you, asked to set a new password for an account with this address. The address was never confirmed, so it does not prove whose account it is, and no link is sent."],
            words["If it is yours, ask the person who runs this server: they can make a link for you. Then sign in and confirm the address."],
        ],
        (words["Sign in"], signIn),
        words["If it was not you, do nothing: the password stays as it is."]);
}
