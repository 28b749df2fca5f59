using System.Text;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

/// <summary>What an e-mail says, once. HTML and text are drawn from it, so that they cannot disagree.</summary>
/// <param name="Action">What the button does, and where it leads.</param>
/// <param name="Unsubscribe">Where reminders are turned off; null on mails that are not reminders.</param>
public sealed record EmailContent(
    string Subject, string Greeting, IReadOnlyList<string> Paragraphs, (string Label, Uri Url) Action, string Footer, (string Label, Uri Url)? Unsubscribe = null)
{
    /// <summary>Short lists of facts, between the paragraphs and the button.</summary>
    public IReadOnlyList<EmailSection> Sections { get; init; } = [];

    /// <summary>What else can be done, in small below the button.</summary>
    public IReadOnlyList<(string Label, Uri Url)> MoreActions { get; init; } = [];

    public static EmailContent ConfirmEmail(Localizer localizer, string name, Uri link) => new(
        localizer["Confirm your e-mail address"],
        localizer["Hello {0},", name],
        [localizer["please confirm that this address is yours, so that review reminders can reach you."], localizer["The link works for seven days."]],
        (localizer["Confirm the address"], link),
        localizer["If you did not open an account, do nothing: no reminder will come."]);

    public static EmailContent ResetPassword(Localizer localizer, string name, Uri link) => new(
        localizer["Set a new password"],
        localizer["Hello {0},", name],
        [localizer["somebody, we hope you, asked to set a new password for your account."], localizer["The link works once, for two hours."]],
        (localizer["Set a new password"], link),
        localizer["If it was not you, do nothing: your password stays as it is."]);

    public static EmailContent AccountExists(Localizer localizer, string name, Uri signIn) => new(
        localizer["You have an account already"],
        localizer["Hello {0},", name],
        [
            localizer["somebody, we hope you, wanted to open an account with this address. There is one already, and nothing about it has changed."],
            localizer["Sign in with it. If the password has slipped your mind, you can set a new one there."],
        ],
        (localizer["Sign in"], signIn),
        localizer["If it was not you, do nothing."]);

    /// <param name="where">The device, and its network address if that is known.</param>
    public static EmailContent NewDevice(Localizer localizer, string name, DateTime at, string where, Uri reset) => new(
        localizer["A new device signed in to your account"],
        localizer["Hello {0},", name],
        [
            localizer["somebody, we hope you, signed in to your account on a device that we had not seen with it before."],
            localizer["{0}, on {1}", where, at],
            localizer["If it was you, there is nothing to do. If it was not, set a new password now: that signs out every device."],
        ],
        (localizer["Set a new password"], reset),
        localizer["You get this once for each new device, so that nobody uses your account unnoticed."]);

    /// <param name="where">The device, and its network address if that is known; empty when it was changed by a link from a mail.</param>
    public static EmailContent CredentialsChanged(Localizer localizer, string name, CredentialChange change, DateTime at, string where, Uri reset) => new(
        localizer.Describe(change),
        localizer["Hello {0},", name],
        [
            localizer["something about how you sign in was changed. {0}.", localizer.Describe(change)],
            where.Length > 0 ? localizer["{0}, on {1}", where, at] : localizer["On {0}", at],
            localizer["If it was you, there is nothing to do. If it was not, set a new password now, which signs out every device, and then look at the security page of your settings."],
        ],
        (localizer["Set a new password"], reset),
        localizer["You get this whenever a way to sign in to your account changes."]);

    public static EmailContent Invitation(Localizer localizer, string from, Uri server, DateTime until, Uri link) => new(
        localizer["{0} invites you to CareerCompass", from],
        localizer["Hello,"],
        [
            localizer["{0} would like you to have an account on their CareerCompass at {1}.", from, server],
            localizer["It keeps career goals on a course: you set them, a short weekly review looks after them with you, and it says early when one is drifting. What you write there is seen by you alone."],
            localizer["The link opens one account, and works until {0}.", until],
        ],
        (localizer["Open an account"], link),
        localizer["If you do not know who this is, do nothing: no other mail will come."]);

    public static EmailContent Test(Localizer localizer, DateTime now, Uri app) => new(
        localizer["Test message from CareerCompass"],
        localizer["Hello,"],
        [localizer["this is the test message that was asked for {0}. It took the way that every reminder takes, so reminders arrive here too.", now]],
        (localizer["Open CareerCompass"], app),
        localizer["Whoever runs CareerCompass at {0} sent this. There is nothing to do.", app.Host]);

    public string ToText()
    {
        var text = new StringBuilder(Greeting).Append("\n\n");
        foreach (var paragraph in Paragraphs)
        {
            text.Append(paragraph).Append("\n\n");
        }

        foreach (var list in Sections)
        {
            text.Append(list.Title).Append('\n');
            foreach (var line in list.Lines)
            {
                text.Append("- ").Append(line.Text).Append('\n');
                text.Append(line.Action is { } act ? $"  {act.Label}: {act.Url}\n" : "");
            }

            text.Append('\n');
        }

        text.Append(Action.Label).Append(":\n").Append(Action.Url).Append("\n\n");
        foreach (var (label, url) in MoreActions)
        {
            text.Append(label).Append(":\n").Append(url).Append("\n\n");
        }

        text.Append("-- \n").Append(Footer).Append('\n');
        if (Unsubscribe is { } off)
        {
            text.Append(off.Label).Append(": ").Append(off.Url).Append('\n');
        }

        return text.ToString();
    }
}
