using System.Text;
using CareerCompass.Web.Language;

namespace CareerCompass.Web.Mail;

/// <summary>What an e-mail says, once. HTML and text are drawn from it, so that they cannot disagree.</summary>
/// <param name="Action">What the button does, and where it leads.</param>
/// <param name="Unsubscribe">Where reminders are turned off; null on mails that are not reminders.</param>
public sealed record Letter(
    string Subject, string Greeting, IReadOnlyList<string> Paragraphs, (string Label, Uri Url) Action, string Footer, (string Label, Uri Url)? Unsubscribe = null)
{
    /// <summary>Short lists of facts, between the paragraphs and the button.</summary>
    public IReadOnlyList<LetterList> Lists { get; init; } = [];

    /// <summary>What else can be done, in small below the button.</summary>
    public IReadOnlyList<(string Label, Uri Url)> Others { get; init; } = [];

    public static Letter ConfirmEmail(Words words, string name, Uri link) => new(
        words["Confirm your e-mail address"],
        words["Hello {0},", name],
        [words["please confirm that this address is yours, so that review reminders can reach you."], words["The link works for seven days."]],
        (words["Confirm the address"], link),
        words["If you did not open an account, do nothing: no reminder will come."]);

    public static Letter ResetPassword(Words words, string name, Uri link) => new(
        words["Set a new password"],
        words["Hello {0},", name],
        [words["somebody, we hope you, asked to set a new password for your account."], words["The link works once, for two hours."]],
        (words["Set a new password"], link),
        words["If it was not you, do nothing: your password stays as it is."]);

    public static Letter AccountExists(Words words, string name, Uri signIn) => new(
        words["You have an account already"],
        words["Hello {0},", name],
        [
            words["somebody, we hope you, wanted to open an account with this address. There is one already, and nothing about it has changed."],
            words["Sign in with it. If the password has slipped your mind, you can set a new one there."],
        ],
        (words["Sign in"], signIn),
        words["If it was not you, do nothing."]);

    /// <param name="where">The device, and its network address if that is known.</param>
    public static Letter NewDevice(Words words, string name, DateTime at, string where, Uri reset) => new(
        words["A new device signed in to your account"],
        words["Hello {0},", name],
        [
            words["somebody, we hope you, signed in to your account on a device that we had not seen with it before."],
            words["{0}, on {1}", where, at],
            words["If it was you, there is nothing to do. If it was not, set a new password now: that signs out every device."],
        ],
        (words["Set a new password"], reset),
        words["You get this once for each new device, so that nobody uses your account unnoticed."]);

    /// <param name="where">The device, and its network address if that is known; empty when it was changed by a link from a mail.</param>
    public static Letter CredentialsChanged(Words words, string name, CredentialChange change, DateTime at, string where, Uri reset) => new(
        words.Say(change),
        words["Hello {0},", name],
        [
            words["something about how you sign in was changed. {0}.", words.Say(change)],
            where.Length > 0 ? words["{0}, on {1}", where, at] : words["On {0}", at],
            words["If it was you, there is nothing to do. If it was not, set a new password now, which signs out every device, and then look at the security page of your settings."],
        ],
        (words["Set a new password"], reset),
        words["You get this whenever a way to sign in to your account changes."]);

    public static Letter Invitation(Words words, string from, Uri server, DateTime until, Uri link) => new(
        words["{0} invites you to CareerCompass", from],
        words["Hello,"],
        [
            words["{0} would like you to have an account on their CareerCompass at {1}.", from, server],
            words["It keeps career goals on a course: you set them, a short weekly review looks after them with you, and it says early when one is drifting. What you write there is seen by you alone."],
            words["The link opens one account, and works until {0}.", until],
        ],
        (words["Open an account"], link),
        words["If you do not know who this is, do nothing: no other mail will come."]);

    public static Letter Test(Words words, DateTime now, Uri app) => new(
        words["Test message from CareerCompass"],
        words["Hello,"],
        [words["this is the test message that was asked for {0}. It took the way that every reminder takes, so reminders arrive here too.", now]],
        (words["Open CareerCompass"], app),
        words["Whoever runs CareerCompass at {0} sent this. There is nothing to do.", app.Host]);

    public string ToText()
    {
        var text = new StringBuilder(Greeting).Append("\n\n");
        foreach (var paragraph in Paragraphs)
        {
            text.Append(paragraph).Append("\n\n");
        }

        foreach (var list in Lists)
        {
            text.Append(list.Title).Append('\n');
            foreach (var line in list.Lines)
            {
                text.Append("- ").Append(line.Text).Append('\n');
                text.Append(line.Act is { } act ? $"  {act.Label}: {act.Url}\n" : "");
            }

            text.Append('\n');
        }

        text.Append(Action.Label).Append(":\n").Append(Action.Url).Append("\n\n");
        foreach (var (label, url) in Others)
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

/// <summary>Some facts under a heading.</summary>
public sealed record LetterList(string Title, IReadOnlyList<LetterLine> Lines);

/// <param name="Act">What can be done about it right from the mail.</param>
public sealed record LetterLine(string Text, (string Label, Uri Url)? Act = null);
