using System.Globalization;
using System.Text;
using MailKit;

namespace CareerCompass.Web.Mail;

/// <summary>
/// Safe to show: masks passwords and omits message content. Also tracks how far a delivery got, which MailKit's
/// exceptions do not tell.
/// </summary>
public sealed class SmtpTranscript : IProtocolLogger
{
    private const string MaskText = "••••••••";

    private const int MaxAnswerLength = 64 * 1024;

    private readonly List<(TranscriptSource TranscriptSource, string Text)> lines = [];
    private readonly List<string> secrets = [];
    private readonly List<byte> unfinished = [];
    private int answered;
    private long messageSize;

    public IReadOnlyList<(TranscriptSource TranscriptSource, string Text)> Lines => lines;

    /// <summary>The message was handed over but not confirmed, so the server may have accepted it.</summary>
    public bool IsAwaitingAcceptance { get; private set; }

    public string LastCommand { get; private set; } = "";

    public string LastReply =>
        unfinished.Count > 0
            ? WithoutSecrets(Text(unfinished))
            : lines.LastOrDefault(line => line is { TranscriptSource: TranscriptSource.Server, Text.Length: > 0 }).Text
                ?? "";

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void Clear() => lines.Clear();

    /// <summary>In plain text and as encoded in SASL, because a server may echo it.</summary>
    public void AddSecret(string? secret)
    {
        // Very short secrets would match parts of ordinary words
        if (secret is { Length: > 3 })
        {
            secrets.AddRange([secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))]);
        }
    }

    public string WithoutSecrets(string text) =>
        secrets.Aggregate(text, (line, secret) => line.Replace(secret, MaskText, StringComparison.Ordinal));

    public void AddNote(string text)
    {
        NoteMessageSize();
        lines.Add((TranscriptSource.Note, WithoutSecrets(text)));
    }

    public void LogConnect(Uri uri)
    {
        unfinished.Clear();
        (LastCommand, IsAwaitingAcceptance, answered, messageSize) = ("", false, 0, 0);
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        answered = 0;
        if (IsAwaitingAcceptance)
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
            LastCommand = line.Split(' ')[0];
        }
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        answered += count;
        if (answered > MaxAnswerLength)
        {
            throw new MailDeliveryException(MailFaultKind.Unreachable, "The mail server sent an endless reply.");
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
            IsAwaitingAcceptance =
                LastCommand == "DATA" && !IsAwaitingAcceptance && line.StartsWith("354", StringComparison.Ordinal);
        }
    }

    private static string Text(List<byte> bytes) =>
        new([.. Encoding.UTF8.GetString([.. bytes]).Where(letter => !char.IsControl(letter))]);
}
