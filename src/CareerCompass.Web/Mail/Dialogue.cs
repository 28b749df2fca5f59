using System.Globalization;
using System.Text;
using MailKit;

namespace CareerCompass.Web.Mail;

/// <summary>
/// What app and mail server said to each other, fit to be shown: passwords are masked, and of a message only its size
/// is told. It also knows how far the delivery of a message got, which MailKit's exceptions do not say.
/// </summary>
public sealed class Dialogue : IProtocolLogger
{
    private const string Mask = "••••••••";

    /// <summary>Bytes that a server may answer to one command.</summary>
    private const int MaxAnswer = 64 * 1024;

    private readonly List<(Speaker Speaker, string Text)> lines = [];
    private readonly List<string> secrets = [];
    private readonly List<byte> unfinished = [];
    private int answered;
    private long messageSize;

    public IReadOnlyList<(Speaker Speaker, string Text)> Lines => lines;

    /// <summary>The server asked for the message and has not said yet whether it takes it: it may have.</summary>
    public bool AwaitsVerdict { get; private set; }

    /// <summary>The last command, such as "STARTTLS"; empty before the first.</summary>
    public string Command { get; private set; } = "";

    /// <summary>What the server said last, also when it broke off in the middle of a line.</summary>
    public string LastHeard => unfinished.Count > 0
        ? Hidden(Text(unfinished))
        : lines.LastOrDefault(line => line is { Speaker: Speaker.Server, Text.Length: > 0 }).Text ?? "";

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Forgets what was said. Secrets stay secret.</summary>
    public void Clear() => lines.Clear();

    /// <summary>From here on this is masked, as it is and as it is sent. A server may repeat it.</summary>
    public void Hide(string? secret)
    {
        // One or two letters would be found in every other word
        if (secret is { Length: > 3 })
        {
            secrets.AddRange([secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))]);
        }
    }

    /// <returns>The text without secrets.</returns>
    public string Hidden(string text) =>
        secrets.Aggregate(text, (line, secret) => line.Replace(secret, Mask, StringComparison.Ordinal));

    public void Note(string text)
    {
        TellMessage();
        lines.Add((Speaker.Note, Hidden(text)));
    }

    public void LogConnect(Uri uri)
    {
        unfinished.Clear();
        (Command, AwaitsVerdict, answered, messageSize) = ("", false, 0, 0);
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        answered = 0;
        if (AwaitsVerdict)
        {
            messageSize += count;
            return;
        }

        var sent = new StringBuilder();
        var from = offset;
        foreach (var secret in AuthenticationSecretDetector?.DetectSecrets(buffer, offset, count) ?? [])
        {
            sent.Append(Encoding.UTF8.GetString(buffer, from, secret.StartIndex - from)).Append(Mask);
            from = secret.StartIndex + secret.Length;
        }

        sent.Append(Encoding.UTF8.GetString(buffer, from, offset + count - from));
        foreach (var line in sent.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            lines.Add((Speaker.App, Hidden(line)));
            Command = line.Split(' ')[0];
        }
    }

    /// <exception cref="MailFault">The answer does not end.</exception>
    public void LogServer(byte[] buffer, int offset, int count)
    {
        answered += count;
        if (answered > MaxAnswer)
        {
            throw new MailFault(FaultKind.Unreachable, "The mail server does not stop talking.");
        }

        TellMessage();
        foreach (var next in buffer.AsSpan(offset, count))
        {
            if (next != '\n')
            {
                unfinished.Add(next);
                continue;
            }

            Hear(Text(unfinished));
            unfinished.Clear();
        }
    }

    public void Dispose()
    {
    }

    /// <summary>How a line begins in plain text.</summary>
    public static char Sign(Speaker speaker) => speaker switch
    {
        Speaker.App => '>',
        Speaker.Server => '<',
        _ => '*',
    };

    public override string ToString() => string.Join('\n', lines.Select(line => $"{Sign(line.Speaker)} {line.Text}"));

    private void TellMessage()
    {
        if (messageSize > 0)
        {
            var size = messageSize.ToString(CultureInfo.InvariantCulture);
            lines.Add((Speaker.App, $"(the message, {size} bytes)"));
            messageSize = 0;
        }
    }

    private void Hear(string line)
    {
        lines.Add((Speaker.Server, Hidden(line)));
        if (line.Length == 3 || (line.Length > 3 && line[3] != '-'))
        {
            AwaitsVerdict = Command == "DATA" && !AwaitsVerdict && line.StartsWith("354", StringComparison.Ordinal);
        }
    }

    private static string Text(List<byte> bytes) =>
        new([.. Encoding.UTF8.GetString([.. bytes]).Where(letter => !char.IsControl(letter))]);
}
