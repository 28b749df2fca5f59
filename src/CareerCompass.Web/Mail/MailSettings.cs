using MimeKit;

namespace CareerCompass.Web.Mail;

public sealed class MailSettings
{
    /// <summary>The sender's address, optionally with a name: "CareerCompass &lt;compass@example.org&gt;".</summary>
    public string From { get; set; } = "CareerCompass <careercompass@localhost>";

    public SmtpSettings Smtp { get; set; } = new();

    public string Folder { get; set; } = "";

    public Uri PublicUrl { get; set; } = new("http://localhost:5080/");

    public MailboxAddress Sender =>
        MailFormat.TryParseSender(From, out var sender) ? sender : throw new InvalidOperationException(BadSender);

    /// <summary>Our name in the EHLO greeting; null when the public URL has no qualified host name.</summary>
    public string? EhloDomain =>
        PublicUrl.HostNameType == UriHostNameType.Dns && PublicUrl.IdnHost.Contains('.', StringComparison.Ordinal)
            ? PublicUrl.IdnHost
            : null;

    public bool UsesSmtp => !string.IsNullOrWhiteSpace(Smtp.Host);

    public void Validate()
    {
        if (
            UsesSmtp
            && !string.IsNullOrWhiteSpace(Smtp.CertificateAuthority)
            && !File.Exists(Smtp.CertificateAuthority)
        )
        {
            throw new InvalidOperationException(
                $"Mail:Smtp:CertificateAuthority is not a readable file: {Smtp.CertificateAuthority}"
            );
        }

        if (Smtp.TimeoutSeconds is < 1 or > 55)
        {
            throw new InvalidOperationException(
                "Mail:Smtp:TimeoutSeconds must be between 1 and 55, so that no message is picked up again while it "
                    + "is being sent."
            );
        }

        if (!MailFormat.TryParseSender(From, out _))
        {
            throw new InvalidOperationException(BadSender);
        }
    }

    private string BadSender => $"Mail:From is not an e-mail address: {From}";

    public sealed class SmtpSettings
    {
        public string? Host { get; set; }

        public int Port { get; set; } = 587;

        public string? User { get; set; }

        public string? Password { get; set; }

        /// <summary>Requires STARTTLS. Turn off only for a relay on the same machine.</summary>
        public bool StartTls { get; set; } = true;

        /// <summary>TLS from the first byte; when unset, only on port 465.</summary>
        public bool? ImplicitTls { get; set; }

        /// <summary>A PEM file; when unset, the machine's trust store.</summary>
        public string? CertificateAuthority { get; set; }

        /// <summary>Timeout of one attempt in seconds, 1 to 55.</summary>
        public int TimeoutSeconds { get; set; } = 30;

        public bool UsesImplicitTls => ImplicitTls ?? Port == 465;
    }
}
