using System.Globalization;
using System.Text;
using MailKit;

namespace CareerCompass.Web.Mail;

/// <summary>
/// What app and mail server said to each other, fit to be shown: passwords are masked, and of a message only its size
/// is told. It also knows how far the delivery of a message got, which MailKit's exceptions do not say.
/// </summary>
public sealed class SmtpTranscript : IProtocolLogger
{
    private const string MaskText = "••••••••";

    /// <summary>Bytes that a server may answer to one command.</summary>
    private const int MaxAnswerLength = 64 * 1024;

    private readonly List<(TranscriptSource TranscriptSource, string Text)> lines = [];
    private readonly List<string> secrets = [];
    private readonly List<byte> unfinished = [];
    private int answered;
    private long messageSize;

    public IReadOnlyList<(TranscriptSource TranscriptSource, string Text)> Lines => lines;

    /// <summary>The server asked for the message and has not said yet whether it takes it: it may have.</summary>
    public bool AwaitsVerdict { get; private set; }

    /// <summary>The last command, such as "STARTTLS"; empty before the first.</summary>
    public string Command { get; private set; } = "";

    /// <summary>What the server said last, also when it broke off in the middle of a line.</summary>
    public string LastHeard =>
        unfinished.Count > 0
            ? WithoutSecrets(Text(unfinished))
            : lines.LastOrDefault(line => line is { TranscriptSource: TranscriptSource.Server, Text.Length: > 0 }).Text
                ?? "";

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Forgets what was said. Secrets stay secret.</summary>
    public void Clear() => lines.Clear();

    /// <summary>From here on this is masked, as it is and as it is sent. A server may repeat it.</summary>
    public void Mask(string? secret)
    {
        // One or two letters would be found in every other word
        if (secret is { Length: > 3 })
        {
            secrets.AddRange([secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))]);
        }
    }

    /// <returns>The text without secrets.</returns>
    public string WithoutSecrets(string text) =>
        secrets.Aggregate(text, (line, secret) => line.Replace(secret, MaskText, StringComparison.Ordinal));

    public void Note(string text)
    {
        NoteMessageSize();
        lines.Add((TranscriptSource.Note, WithoutSecrets(text)));
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
            sent.Append(Encoding.UTF8.GetString(buffer, from, secret.StartIndex - from)).Append(MaskText);
            from = secret.StartIndex + secret.Length;
        }

        sent.Append(Encoding.UTF8.GetString(buffer, from, offset + count - from));
        foreach (var line in sent.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            lines.Add((TranscriptSource.App, WithoutSecrets(line)));
            Command = line.Split(' ')[0];
        }
    }

    /// <exception cref="MailFault">The answer does not end.</exception>
    public void LogServer(byte[] buffer, int offset, int count)
    {
        answered += count;
        if (answered > MaxAnswerLength)
        {
            throw new MailFault(MailFaultKind.Unreachable, "The mail server sent an endless reply.");
        }

        NoteMessageSize();
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

    public void Dispose() { }

    /// <summary>How a line begins in plain text.</summary>
    public static char Prefix(TranscriptSource transcriptSource) =>
        transcriptSource switch
        {
            TranscriptSource.App => '>',
            TranscriptSource.Server => '<',
            _ => '*',
        };

    public override string ToString() =>
        string.Join('\n', lines.Select(line => $"{Prefix(line.TranscriptSource)} {line.Text}"));

    private void NoteMessageSize()
    {
        if (messageSize > 0)
        {
            var size = messageSize.ToString(CultureInfo.InvariantCulture);
            lines.Add((TranscriptSource.App, $"(the message, {size} bytes)"));
            messageSize = 0;
        }
    }

    private void Hear(string line)
    {
        lines.Add((TranscriptSource.Server, WithoutSecrets(line)));
        if (line.Length == 3 || (line.Length > 3 && line[3] != '-'))
        {
            AwaitsVerdict = Command == "DATA" && !AwaitsVerdict && line.StartsWith("354", StringComparison.Ordinal);
        }
    }

    private static string Text(List<byte> bytes) =>
        new([.. Encoding.UTF8.GetString([.. bytes]).Where(letter => !char.IsControl(letter))]);
}
