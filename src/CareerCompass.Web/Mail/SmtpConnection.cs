using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CareerCompass.Web.Operations;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CareerCompass.Web.Mail;

/// <summary>Unusable after the first fault. The caller sets the timeout.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    private readonly MailSettings.SmtpSettings settings;
    private readonly SmtpTranscript smtpTranscript;
    private string? distrust;

    private bool isInternational;

    public SmtpConnection(MailSettings.SmtpSettings settings, SmtpTranscript smtpTranscript)
        : base(smtpTranscript)
    {
        (this.settings, this.smtpTranscript) = (settings, smtpTranscript);
        // A revocation check would call hosts that the operator did not configure
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
            (distrust = FindCertificateProblem(certificate, chain, errors)) is null;
        smtpTranscript.AddSecret(settings.Password);
    }

    public bool IsServerReached { get; private set; }

    /// <param name="domain">Our EHLO name; null to use our address.</param>
    public async Task OpenAsync(HappyEyeballsConnector connector, string? domain, CancellationToken cancellation)
    {
        smtpTranscript.AddNote($"Connecting to {settings.Host}, port {settings.Port}");
        try
        {
            var socket = await connector.ConnectAsync(settings.Host!, settings.Port, cancellation);
            IsServerReached = true;
            LocalDomain = domain ?? AddressOf(socket);
            await ConnectAsync(socket, settings.Host!, settings.Port, Encryption(), cancellation);
            if (IsSecure)
            {
                smtpTranscript.AddNote($"Encrypted with {SslProtocol}");
            }

            isInternational = Capabilities.HasFlag(SmtpCapabilities.UTF8 | SmtpCapabilities.EightBitMime);
            if (!string.IsNullOrEmpty(settings.User))
            {
                var credential = new NetworkCredential(settings.User, settings.Password);
                await AuthenticateAsync(Encoding.UTF8, credential, cancellation);
            }
        }
        catch (Exception error) when (ToFault(error) is { } fault)
        {
            throw fault;
        }
    }

    public bool Accepts(MailboxAddress from, MailboxAddress to)
    {
        var lostUtf8 = isInternational && !Capabilities.HasFlag(SmtpCapabilities.UTF8);
        return IsConnected && !(lostUtf8 && MailFormat.For(from, to).International);
    }

    public async Task SendAsync(
        MimeMessage mail,
        MailboxAddress from,
        MailboxAddress to,
        CancellationToken cancellation
    )
    {
        var format = MailFormat.For(from, to);
        if (format.International && !isInternational)
        {
            throw new MailDeliveryException(
                MailFormat.NeedsInternational(from) ? MailFaultKind.Sender : MailFaultKind.BadAddress,
                "The mail server does not support addresses with letters other than a to z."
            );
        }

        if (!format.International)
        {
            // Otherwise MailKit requests SMTPUTF8 for messages that do not need it
            Capabilities &= ~SmtpCapabilities.UTF8;
        }

        try
        {
            await SendAsync(format, mail, from, [to], cancellation);
        }
        catch (Exception error) when (ToFault(error) is { } fault)
        {
            throw fault;
        }
    }

    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(
        string host,
        RemoteCertificateValidationCallback remoteCertificateValidationCallback
    )
    {
        var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
        if (!string.IsNullOrWhiteSpace(settings.CertificateAuthority))
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.ImportFromPemFile(settings.CertificateAuthority);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }

    private SecureSocketOptions Encryption()
    {
        if (settings.UsesImplicitTls)
        {
            return SecureSocketOptions.SslOnConnect;
        }

        return settings.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
    }

    private static string AddressOf(Socket socket)
    {
        var address = ((IPEndPoint)socket.LocalEndPoint!).Address;
        // Without the IPv6 scope id
        return new IPAddress(address.GetAddressBytes()).ToString();
    }

    private string? FindCertificateProblem(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
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
            var statuses = chain!.ChainStatus.Select(status => status.StatusInformation.Trim().TrimEnd('.'));
            problems.AddRange(statuses.Distinct());
        }

        if (problems.Count > 0)
        {
            var reasons = string.Join("; ", problems);
            return $"The mail server's certificate ({certificate?.Subject}) cannot be trusted: {reasons}.";
        }

        smtpTranscript.AddNote($"The certificate is for {certificate?.Subject}");
        return null;
    }

    /// <returns>Null for errors that only the caller can explain, such as its timeout.</returns>
    private MailDeliveryException? ToFault(Exception error) =>
        error switch
        {
            SmtpCommandException refused => CreateRefusal(StepOf(refused), refused.StatusCode, refused),
            ServiceNotAuthenticatedException => CreateRefusal(
                SmtpStage.Auth,
                SmtpStatusCode.AuthenticationRequired,
                error
            ),
            AuthenticationException { InnerException: SmtpCommandException refused } => CreateRefusal(
                SmtpStage.Auth,
                refused.StatusCode,
                refused
            ),
            AuthenticationException => new(MailFaultKind.Auth, smtpTranscript.LastReply, error),
            SslHandshakeException { InnerException: not OperationCanceledException } => new(
                MailFaultKind.Tls,
                distrust ?? $"Encryption could not be started: {error.GetBaseException().Message}",
                error
            ),
            NotSupportedException when !IsConnected => new(
                MailFaultKind.Tls,
                "The mail server does not offer encryption (STARTTLS).",
                error
            ),
            NotSupportedException => new(MailFaultKind.Auth, DescribeMissingMechanism(), error),
            SmtpProtocolException when IsSmtp(smtpTranscript.LastReply) => new(
                MailFaultKind.Unreachable,
                "The mail server ended the connection.",
                error
            ),
            SmtpProtocolException => new(
                MailFaultKind.Unreachable,
                $"The server there does not speak SMTP: {smtpTranscript.LastReply}",
                error
            ),
            IOException or SocketException => new(MailFaultKind.Unreachable, error.GetBaseException().Message, error),
            _ => null,
        };

    private MailDeliveryException CreateRefusal(SmtpStage step, SmtpStatusCode code, Exception error)
    {
        var text = $"{(int)code} {MailFormat.ToSingleLine(error.Message)}".Trim();
        return MailDeliveryException.FromReply(step, (int)code, smtpTranscript.WithoutSecrets(text));
    }

    private SmtpStage StepOf(SmtpCommandException refused) =>
        refused.ErrorCode switch
        {
            SmtpErrorCode.SenderNotAccepted => SmtpStage.Sender,
            SmtpErrorCode.RecipientNotAccepted => SmtpStage.Recipient,
            SmtpErrorCode.MessageNotAccepted => SmtpStage.Content,
            _ when smtpTranscript.LastCommand == "DATA" => SmtpStage.Content,
            _ when smtpTranscript.LastCommand == "STARTTLS" => SmtpStage.StartTls,
            _ => SmtpStage.Greeting,
        };

    private string DescribeMissingMechanism() =>
        AuthenticationMechanisms.Count == 0
            ? "The mail server offers no sign-in, but Mail:Smtp:User is set."
            : $"The app does not support any of the sign-in methods the mail server offers: "
                + $"{string.Join(", ", AuthenticationMechanisms)}.";

    private static bool IsSmtp(string line) =>
        line.Length == 0 || (line.Length >= 3 && !line.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9'));
}
