using MimeKit;

namespace CareerCompass.Web.Mail;

/// <summary>Setting "Mail". Without an SMTP host messages become .eml files in a folder.</summary>
public sealed class MailSettings
{
    /// <summary>The sender's address, with a name if wanted: "CareerCompass &lt;compass@example.org&gt;".</summary>
    public string From { get; set; } = "CareerCompass <careercompass@localhost>";

    public SmtpSettings Smtp { get; set; } = new();

    /// <summary>Where .eml files go; set at start.</summary>
    public string Folder { get; set; } = "";

    /// <summary>App:PublicUrl, the only address that links in e-mails start with.</summary>
    public Uri PublicUrl { get; set; } = new("http://localhost:5080/");

    /// <summary><see cref="From"/> in parts.</summary>
    public MailboxAddress Sender =>
        MailFormat.TryReadSender(From, out var sender) ? sender : throw new InvalidOperationException(BadSender);

    /// <summary>The app's own name, to introduce itself to a mail server; null when it has none that others know.</summary>
    public string? HelloName =>
        PublicUrl.HostNameType == UriHostNameType.Dns && PublicUrl.IdnHost.Contains('.', StringComparison.Ordinal)
            ? PublicUrl.IdnHost
            : null;

    public bool UsesSmtp => !string.IsNullOrWhiteSpace(Smtp.Host);

    /// <exception cref="InvalidOperationException">A setting cannot work.</exception>
    public void Check()
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

        if (!MailFormat.TryReadSender(From, out _))
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

        /// <summary>Encrypt by STARTTLS, or send nothing. Turn off only for a relay on the same machine.</summary>
        public bool StartTls { get; set; } = true;

        /// <summary>Encrypt from the first byte on, as port 465 expects; unset, only there.</summary>
        public bool? ImplicitTls { get; set; }

        /// <summary>A PEM file with the authorities, or the very certificate, that the server is trusted by; unset, those that this machine trusts.</summary>
        public string? CertificateAuthority { get; set; }

        /// <summary>Seconds after which an attempt counts as failed, 1 to 55.</summary>
        public int TimeoutSeconds { get; set; } = 30;

        public bool UsesImplicitTls => ImplicitTls ?? Port == 465;
    }
}
