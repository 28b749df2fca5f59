using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CareerCompass.Web.Mail;

/// <summary>
/// A conversation with the SMTP server (RFC 5321): greeting, encryption and sign-in, then one message after the other.
/// It is over with the first fault. How long all that may take is the caller's to say.
/// </summary>
public sealed class SmtpConversation(MailSettings.SmtpSettings settings, string domain, Dialogue dialogue) : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly TcpClient client = new();
    private readonly byte[] heard = new byte[LongestLine];
    private Stream stream = Stream.Null;
    private (int From, int To) unread;

    /// <summary>What the server can do, by its EHLO: AUTH, STARTTLS and the like, with their arguments.</summary>
    private Dictionary<string, string> offers = [];

    /// <summary>A message was handed over, and the server has not said yet whether it takes it.</summary>
    public bool AwaitsVerdict { get; private set; }

    /// <exception cref="MailFault">The server is not there, or does not let us in.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        dialogue.Hide(settings.Password);
        dialogue.Add(Speaker.Note, string.Create(CultureInfo.InvariantCulture, $"Connecting to {settings.Host}, port {settings.Port}"));
        await client.ConnectAsync(settings.Host!, settings.Port, cancellation);
        client.NoDelay = true;
        stream = client.GetStream();
        if (settings.UsesImplicitTls)
        {
            await EncryptAsync(cancellation);
        }

        Demand(SmtpStep.Greeting, 220, await HearAsync(cancellation));
        await HelloAsync(cancellation);
        if (settings.StartTls && !settings.UsesImplicitTls)
        {
            await StartTlsAsync(cancellation);
        }

        if (!string.IsNullOrEmpty(settings.User))
        {
            await SignInAsync(cancellation);
        }
    }

    /// <exception cref="MailFault">The server does not take the message.</exception>
    public async Task SendAsync(string from, string to, ReadOnlyMemory<byte> mail, CancellationToken cancellation)
    {
        var international = !(Ascii.IsValid(from) && Ascii.IsValid(to));
        if (international && !offers.ContainsKey("SMTPUTF8"))
        {
            throw new MailFault(FaultKind.BadAddress, "The mail server does not know addresses with letters beyond a to z.");
        }

        Demand(SmtpStep.Sender, 250, await AskAsync($"MAIL FROM:<{from}>{(international ? " BODY=8BITMIME SMTPUTF8" : "")}", cancellation));
        Demand(SmtpStep.Recipient, 250, await AskAsync($"RCPT TO:<{to}>", cancellation));
        Demand(SmtpStep.Content, 354, await AskAsync("DATA", cancellation));
        dialogue.Add(Speaker.App, string.Create(CultureInfo.InvariantCulture, $"(the message, {mail.Length} bytes)"));
        AwaitsVerdict = true;
        await stream.WriteAsync(Stuffed(mail.Span), cancellation);
        var verdict = await HearAsync(cancellation);
        AwaitsVerdict = false;
        Demand(SmtpStep.Content, 250, verdict);
    }

    /// <summary>Says goodbye, as far as the server still listens.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            await AskAsync("QUIT", cancellation);
        }
        catch (Exception gone) when (gone is IOException or SocketException or MailFault or OperationCanceledException)
        {
            dialogue.Add(Speaker.Note, "The server left without a goodbye.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    /// <summary>As a message goes over the wire: lines end with CR LF only, and none of its own is the single dot that ends it.</summary>
    internal static byte[] Stuffed(ReadOnlySpan<byte> mail)
    {
        using var wire = new MemoryStream(mail.Length + 64);
        var begins = true;
        for (var at = 0; at < mail.Length; at++)
        {
            if (mail[at] is (byte)'\r' or (byte)'\n')
            {
                at += mail[at] == '\r' && at + 1 < mail.Length && mail[at + 1] == '\n' ? 1 : 0;
                wire.Write("\r\n"u8);
                begins = true;
                continue;
            }

            if (begins && mail[at] == '.')
            {
                wire.WriteByte((byte)'.');
            }

            wire.WriteByte(mail[at]);
            begins = false;
        }

        wire.Write(begins ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return wire.ToArray();
    }

    private async Task HelloAsync(CancellationToken cancellation)
    {
        // Who has no name of its own in the world goes by its address
        var me = domain.Contains('.', StringComparison.Ordinal) && !IPAddress.TryParse(domain, out _) ? domain : client.Client.LocalEndPoint is IPEndPoint { Address: var own }
            ? $"[{(own.AddressFamily == AddressFamily.InterNetworkV6 && !own.IsIPv4MappedToIPv6 ? $"IPv6:{own}" : own.MapToIPv4().ToString())}]" : "localhost";
        var answer = await AskAsync($"EHLO {me}", cancellation);
        if (answer.Code is >= 500 and < 600)
        {
            answer = await AskAsync($"HELO {me}", cancellation);
        }

        Demand(SmtpStep.Greeting, 250, answer);
        offers = answer.Lines.Skip(1).Select(line => line.Replace('=', ' ').Split(' ', 2, StringSplitOptions.TrimEntries))
            .GroupBy(words => words[0].ToUpperInvariant()).ToDictionary(group => group.Key, group => string.Join(' ', group.SelectMany(words => words.Skip(1))).ToUpperInvariant());
    }

    private async Task StartTlsAsync(CancellationToken cancellation)
    {
        if (!offers.ContainsKey("STARTTLS"))
        {
            throw new MailFault(FaultKind.Tls, "The mail server does not offer encryption (STARTTLS).");
        }

        Demand(SmtpStep.StartTls, 220, await AskAsync("STARTTLS", cancellation));
        if (unread.From < unread.To)
        {
            throw new MailFault(FaultKind.Tls, "Somebody between us and the mail server put words in before the encryption began.");
        }

        await EncryptAsync(cancellation);
        await HelloAsync(cancellation);
    }

    private async Task EncryptAsync(CancellationToken cancellation)
    {
        string? distrust = null;
        var tls = new SslStream(stream);
        stream = tls;
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = settings.Host,
                    CertificateChainPolicy = Trust(),
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) => (distrust = Distrust(certificate, chain, errors)) is null,
                },
                cancellation);
        }
        catch (Exception error) when (error is AuthenticationException or IOException)
        {
            throw new MailFault(FaultKind.Tls, distrust ?? $"The encryption could not begin: {error.Message}", error);
        }

        dialogue.Add(Speaker.Note, $"Encrypted ({tls.SslProtocol}); the certificate is for {tls.RemoteCertificate?.Subject}");
    }

    private X509ChainPolicy? Trust()
    {
        if (string.IsNullOrWhiteSpace(settings.CertificateAuthority))
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(settings.CertificateAuthority);
        return policy;
    }

    private string? Distrust(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var problems = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            problems.Add("there is none");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            problems.Add($"it is not for {settings.Host}");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            problems.AddRange(chain!.ChainStatus.Select(status => status.StatusInformation.Trim().TrimEnd('.')).Distinct());
        }

        return problems.Count == 0 ? null : $"The mail server's certificate ({certificate?.Subject}) cannot be trusted: {string.Join("; ", problems)}.";
    }

    private async Task SignInAsync(CancellationToken cancellation)
    {
        var ways = offers.GetValueOrDefault("AUTH", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (ways.Contains("PLAIN"))
        {
            var both = Encoding.UTF8.GetBytes($"\0{settings.User}\0{settings.Password}");
            Demand(SmtpStep.Auth, 235, await AskAsync("AUTH PLAIN " + Convert.ToBase64String(both), cancellation, secretFrom: "AUTH PLAIN ".Length));
        }
        else if (ways.Contains("LOGIN"))
        {
            Demand(SmtpStep.Auth, 334, await AskAsync("AUTH LOGIN", cancellation));
            foreach (var (word, next) in new[] { (settings.User!, 334), (settings.Password ?? "", 235) })
            {
                Demand(SmtpStep.Auth, next, await AskAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(word)), cancellation, secretFrom: 0));
            }
        }
        else
        {
            throw new MailFault(FaultKind.Auth, ways.Length == 0
                ? "The mail server offers no sign-in, but Mail:Smtp:User is set."
                : $"The mail server wants to be signed in to by {string.Join(" or ", ways)}; this app knows PLAIN and LOGIN.");
        }
    }

    private static void Demand(SmtpStep step, int code, Answer answer)
    {
        // 251 is 250 with a remark
        if (answer.Code != code && !(code == 250 && answer.Code == 251))
        {
            throw MailFault.Refused(step, answer.Code, answer.ToString());
        }
    }

    private async Task<Answer> AskAsync(string line, CancellationToken cancellation, int? secretFrom = null)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new MailFault(FaultKind.Unwritten, "A line break does not belong into an address.");
        }

        if (secretFrom is { } from)
        {
            dialogue.AddSecret(line[..from]);
        }
        else
        {
            dialogue.Add(Speaker.App, line);
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);
        return await HearAsync(cancellation);
    }

    private async Task<Answer> HearAsync(CancellationToken cancellation)
    {
        for (var lines = new List<string>(); lines.Count < MostLines;)
        {
            var line = await HearLineAsync(cancellation);
            var shown = dialogue.Add(Speaker.Server, line);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new MailFault(FaultKind.Unreachable, $"What answers there does not speak SMTP: {shown}");
            }

            lines.Add(shown.Length > 4 ? shown[4..].Trim() : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new Answer(code, lines);
            }
        }

        throw new MailFault(FaultKind.Unreachable, "The mail server does not stop talking.");
    }

    private async Task<string> HearLineAsync(CancellationToken cancellation)
    {
        var line = new List<byte>();
        while (true)
        {
            if (unread.From == unread.To)
            {
                unread = (0, await stream.ReadAsync(heard, cancellation));
                if (unread.To == 0)
                {
                    throw new MailFault(FaultKind.Unreachable, "The mail server ended the connection.");
                }
            }

            var next = heard[unread.From++];
            if (next == '\n')
            {
                return new string([.. Encoding.UTF8.GetString([.. line]).Where(letter => !char.IsControl(letter))]);
            }

            line.Add(next);
            if (line.Count > LongestLine)
            {
                throw new MailFault(FaultKind.Unreachable, "What answers there does not speak SMTP.");
            }
        }
    }

    private sealed record Answer(int Code, IReadOnlyList<string> Lines)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}").Trim();
    }
}
