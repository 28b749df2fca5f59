using CareerCompass.Web.Language;

namespace CareerCompass.Web.Mail;

/// <summary>What a fault means and what to do about it, for whoever runs the server.</summary>
public sealed record Diagnosis(string What, string Hint)
{
    /// <summary>In two or three words.</summary>
    public static string Name(FaultKind fault, Words words) => fault switch
    {
        FaultKind.Unreachable => words["No connection"],
        FaultKind.Timeout => words["No answer in time"],
        FaultKind.Tls => words["No safe encryption"],
        FaultKind.Auth => words["Not signed in"],
        FaultKind.Sender => words["Sender refused"],
        FaultKind.Refused => words["Server refuses us"],
        FaultKind.Folder => words["Mail folder"],
        FaultKind.Temporary => words["Put off"],
        FaultKind.Permanent => words["Refused"],
        FaultKind.BadAddress => words["No such address"],
        _ => words["Not written"],
    };

    public static Diagnosis Of(FaultKind fault, MailSettings settings, Words words)
    {
        var smtp = settings.Smtp;
        return fault switch
        {
            FaultKind.Folder => new(
                words["The app cannot write to the mail folder {0}.", settings.Folder],
                words["Check that it is a folder, that the user that the app runs as may write there, and that the disk is not full."]),
            FaultKind.Unreachable => new(
                words["The mail server cannot be reached, or turns us away."],
                words["Look at Mail:Smtp:Host and Mail:Smtp:Port, and whether this machine may connect to other machines on that port: many hosters block it. A server that is down or busy is asked again by itself."]),
            FaultKind.Timeout => new(
                words["The mail server does not answer in time."],
                smtp.UsesImplicitTls
                    ? words["The app encrypts from the first word on here. If port {0} begins in plain text, set Mail:Smtp:ImplicitTls to false. If the server is only slow, raise Mail:Smtp:TimeoutSeconds.", smtp.Port]
                    : words["If port {0} wants to be encrypted from the first word on, set Mail:Smtp:ImplicitTls to true. If the server is only slow, raise Mail:Smtp:TimeoutSeconds.", smtp.Port]),
            FaultKind.Tls => new(
                words["The connection to the mail server cannot be encrypted safely, so nothing was sent."],
                words["A certificate of your own is trusted when Mail:Smtp:CertificateAuthority names its PEM file. Mail:Smtp:Host must be the name that the certificate is for. Set Mail:Smtp:StartTls to false only for a relay on this very machine."]),
            FaultKind.Auth when string.IsNullOrEmpty(smtp.User) => new(
                words["The mail server wants to know who we are before it passes mail on."],
                words["Set Mail:Smtp:User and Mail:Smtp:Password, or let the server accept mail from this machine."]),
            FaultKind.Auth => new(
                words["The mail server does not know the user or the password, or does not let this user send to others."],
                words["Look at Mail:Smtp:User and Mail:Smtp:Password. Providers like Gmail, Outlook or iCloud want an app password that you make in your account there, not the one that you sign in with."]),
            FaultKind.Sender => new(
                words["The mail server does not let us send under the address in Mail:From."],
                words["Mail:From must be an address that this user may send as. Now it is {0}.", settings.From]),
            FaultKind.Refused => new(
                words["The mail server does not take mail from this app."],
                words["Its words say why: often this machine’s address is on a block list, the SPF, DKIM or DMARC records of the domain in Mail:From do not allow it to send, or it sent too much. The messages wait, and go by themselves once the server takes them."]),
            FaultKind.Temporary => new(
                words["The mail server asked us to come back later."],
                words["Nothing to do: the message goes again by itself after a while. Servers that see us for the first time often do this. If it stays so, ask whoever runs the mail server."]),
            FaultKind.Permanent => new(
                words["The mail server refused the message for good."],
                words["Its words say why. Often it takes the mail for spam: look at the SPF, DKIM and DMARC records of the domain in Mail:From, and whether the server is on a block list."]),
            FaultKind.BadAddress => new(
                words["Nobody gets mail at this address."],
                words["Look for a slip of the pen. When mail to a person comes back like this, reminders to them stop, and they see a note about it on every page."]),
            _ => new(
                words["The app could not write the message."],
                words["This is a fault of the app or of what is stored, not of the mail server. The log of that minute says more."]),
        };
    }
}
