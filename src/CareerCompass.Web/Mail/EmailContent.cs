using System.Text;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

/// <summary>HTML and text are both rendered from this, so that they always agree.</summary>
/// <param name="Unsubscribe">Null on mails that are not reminders.</param>
public sealed record EmailContent(
    string Subject,
    string Greeting,
    IReadOnlyList<string> Paragraphs,
    (string Label, Uri Url) Action,
    string Footer,
    (string Label, Uri Url)? Unsubscribe = null
)
{
    public IReadOnlyList<EmailSection> Sections { get; init; } = [];

    public IReadOnlyList<(string Label, Uri Url)> MoreActions { get; init; } = [];

    public static EmailContent ConfirmEmail(Localizer localizer, string name, Uri link) =>
        new(
            localizer["Confirm your e-mail address"],
            localizer["Hello {0},", name],
            [
                localizer["Please confirm that this address is yours, so that review reminders can reach you."],
                localizer["The link expires in seven days."],
            ],
            (localizer["Confirm address"], link),
            localizer["If you did not create an account, ignore this e-mail. You will not receive any reminders."]
        );

    public static EmailContent ResetPassword(Localizer localizer, string name, Uri link) =>
        new(
            localizer["Set a new password"],
            localizer["Hello {0},", name],
            [
                localizer["Someone, hopefully you, asked to set a new password for your account."],
                localizer["The link works once and expires in two hours."],
            ],
            (localizer["Set a new password"], link),
            localizer["If this was not you, ignore this e-mail. Your password stays the same."]
        );

    public static EmailContent AccountExists(Localizer localizer, string name, Uri signIn) =>
        new(
            localizer["You already have an account"],
            localizer["Hello {0},", name],
            [
                localizer[
                    "Someone, hopefully you, tried to create an account with this address. You already have one, "
                        + "and nothing about it has changed."
                ],
                localizer["You can sign in with it. If you have forgotten your password, you can set a new one there."],
            ],
            (localizer["Sign in"], signIn),
            localizer["If this was not you, ignore this e-mail."]
        );

    public static EmailContent NewDevice(Localizer localizer, string name, DateTime at, string where, Uri reset) =>
        new(
            localizer["A new device signed in to your account"],
            localizer["Hello {0},", name],
            [
                localizer["Someone, hopefully you, signed in to your account on a new device."],
                localizer["{0}, on {1}", where, at],
                localizer[
                    "If this was you, there is nothing to do. If not, set a new password now. This signs out all "
                        + "devices."
                ],
            ],
            (localizer["Set a new password"], reset),
            localizer[
                "You receive this once for each new device, so that you notice if someone else uses your account."
            ]
        );

    /// <param name="where">Device and network address; empty when changed by a link from an e-mail.</param>
    public static EmailContent CredentialsChanged(
        Localizer localizer,
        string name,
        CredentialChange change,
        DateTime at,
        string where,
        Uri reset
    ) =>
        new(
            localizer.Describe(change),
            localizer["Hello {0},", name],
            [
                localizer["The way you sign in has changed. {0}.", localizer.Describe(change)],
                where.Length > 0 ? localizer["{0}, on {1}", where, at] : localizer["On {0}", at],
                localizer[
                    "If this was you, there is nothing to do. If not, set a new password now, which signs out all "
                        + "devices, and then check the security page in your settings."
                ],
            ],
            (localizer["Set a new password"], reset),
            localizer["You receive this whenever the way you sign in to your account changes."]
        );

    public static EmailContent Invitation(Localizer localizer, string from, Uri server, DateTime until, Uri link) =>
        new(
            localizer["{0} invites you to CareerCompass", from],
            localizer["Hello,"],
            [
                localizer["{0} has invited you to create an account on their CareerCompass at {1}.", from, server],
                localizer[
                    "CareerCompass helps you manage your career. You set goals, keep them on course with a short "
                        + "weekly review, and see early when one is drifting. Only you can see what you write there."
                ],
                localizer["The link is for one account and works until {0}.", until],
            ],
            (localizer["Create an account"], link),
            localizer["If you do not know who this is, ignore this e-mail. You will not receive any more."]
        );

    public static EmailContent Test(Localizer localizer, DateTime now, Uri app) =>
        new(
            localizer["Test message from CareerCompass"],
            localizer["Hello,"],
            [
                localizer[
                    "This is the test message requested on {0}. It was sent the same way as every reminder, so "
                        + "reminders will arrive here too.",
                    now
                ],
            ],
            (localizer["Open CareerCompass"], app),
            localizer["An administrator of CareerCompass at {0} sent this. There is nothing to do.", app.Host]
        );

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
