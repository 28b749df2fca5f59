using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

/// <summary>What a fault means and what to do about it, for whoever runs the server.</summary>
public sealed record MailDiagnosis(string Problem, string Hint)
{
    /// <summary>In two or three words.</summary>
    public static string Name(MailFaultKind fault, Localizer localizer) => fault switch
    {
        MailFaultKind.Unreachable => localizer["No connection"],
        MailFaultKind.Timeout => localizer["No answer in time"],
        MailFaultKind.Tls => localizer["No safe encryption"],
        MailFaultKind.Auth => localizer["Not signed in"],
        MailFaultKind.Sender => localizer["Sender refused"],
        MailFaultKind.Refused => localizer["Server refuses us"],
        MailFaultKind.Folder => localizer["Mail folder"],
        MailFaultKind.Temporary => localizer["Put off"],
        MailFaultKind.Permanent => localizer["Refused"],
        MailFaultKind.BadAddress => localizer["No such address"],
        _ => localizer["Not written"],
    };

    public static MailDiagnosis For(MailFaultKind fault, MailSettings settings, Localizer localizer)
    {
        var smtp = settings.Smtp;
        return fault switch
        {
            MailFaultKind.Folder => new(
                localizer["The app cannot write to the mail folder {0}.", settings.Folder],
                localizer["Check that it is a folder, that the user that the app runs as may write there, and that the disk is not full."]),
            MailFaultKind.Unreachable => new(
                localizer["The mail server cannot be reached, or turns us away."],
                localizer["Look at Mail:Smtp:Host and Mail:Smtp:Port, and whether this machine may connect to other machines on that port: many hosters block it. A server that is down or busy is asked again by itself."]),
            MailFaultKind.Timeout => new(
                localizer["The mail server does not answer in time."],
                smtp.UsesImplicitTls
                    ? localizer["The app encrypts from the first word on here. If port {0} begins in plain text, set Mail:Smtp:ImplicitTls to false. If the server is only slow, raise Mail:Smtp:TimeoutSeconds.", smtp.Port]
                    : localizer["If port {0} wants to be encrypted from the first word on, set Mail:Smtp:ImplicitTls to true. If the server is only slow, raise Mail:Smtp:TimeoutSeconds.", smtp.Port]),
            MailFaultKind.Tls => new(
                localizer["The connection to the mail server cannot be encrypted safely, so nothing was sent."],
                localizer["A certificate of your own is trusted when Mail:Smtp:CertificateAuthority names its PEM file. Mail:Smtp:Host must be the name that the certificate is for. Set Mail:Smtp:StartTls to false only for a relay on this very machine."]),
            MailFaultKind.Auth when string.IsNullOrEmpty(smtp.User) => new(
                localizer["The mail server wants to know who we are before it passes mail on."],
                localizer["Set Mail:Smtp:User and Mail:Smtp:Password, or let the server accept mail from this machine."]),
            MailFaultKind.Auth => new(
                localizer["The mail server does not know the user or the password, or does not let this user send to others."],
                localizer["Look at Mail:Smtp:User and Mail:Smtp:Password. Providers like Gmail, Outlook or iCloud want an app password that you make in your account there, not the one that you sign in with."]),
            MailFaultKind.Sender => new(
                localizer["The mail server does not let us send under the address in Mail:From."],
                localizer["Mail:From must be an address that this user may send as. Now it is {0}.", settings.From]),
            MailFaultKind.Refused => new(
                localizer["The mail server does not take mail from this app."],
                localizer["Its words say why: often this machine’s address is on a block list, the SPF, DKIM or DMARC records of the domain in Mail:From do not allow it to send, or it sent too much. The messages wait, and go by themselves once the server takes them."]),
            MailFaultKind.Temporary => new(
                localizer["The mail server asked us to come back later."],
                localizer["Nothing to do: the message goes again by itself after a while. Servers that see us for the first time often do this. If it stays so, ask whoever runs the mail server."]),
            MailFaultKind.Permanent => new(
                localizer["The mail server refused the message for good."],
                localizer["Its words say why. Often it takes the mail for spam: look at the SPF, DKIM and DMARC records of the domain in Mail:From, and whether the server is on a block list."]),
            MailFaultKind.BadAddress => new(
                localizer["Nobody gets mail at this address."],
                localizer["Look for a slip of the pen. When mail to a person comes back like this, reminders to them stop, and they see a note about it on every page."]),
            _ => new(
                localizer["The app could not write the message."],
                localizer["This is a fault of the app or of what is stored, not of the mail server. The log of that minute says more."]),
        };
    }
}
