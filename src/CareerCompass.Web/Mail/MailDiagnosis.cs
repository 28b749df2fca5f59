using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Mail;

public sealed record MailDiagnosis(string Problem, string Hint)
{
    public static string Name(MailFaultKind fault, Localizer localizer) =>
        fault switch
        {
            MailFaultKind.Unreachable => localizer["No connection"],
            MailFaultKind.Timeout => localizer["No answer in time"],
            MailFaultKind.Tls => localizer["No secure connection"],
            MailFaultKind.Auth => localizer["Sign-in failed"],
            MailFaultKind.Sender => localizer["Sender refused"],
            MailFaultKind.Refused => localizer["Blocked by the server"],
            MailFaultKind.Folder => localizer["Mail folder"],
            MailFaultKind.Temporary => localizer["Deferred"],
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
                localizer[
                    "Check that it is a folder, that the user the app runs as can write to it, and that the disk is "
                        + "not full."
                ]
            ),
            MailFaultKind.Unreachable => new(
                localizer["The mail server cannot be reached or rejects the connection."],
                localizer[
                    "Check Mail:Smtp:Host and Mail:Smtp:Port, and whether this machine can make outgoing "
                        + "connections on that port. Many hosting providers block it. If the server is down or "
                        + "busy, the app tries again automatically."
                ]
            ),
            MailFaultKind.Timeout => new(
                localizer["The mail server does not answer in time."],
                smtp.UsesImplicitTls
                    ? localizer[
                        "The app encrypts this connection from the start. If port {0} starts in plain text, set "
                            + "Mail:Smtp:ImplicitTls to false. If the server is just slow, increase "
                            + "Mail:Smtp:TimeoutSeconds.",
                        smtp.Port
                    ]
                    : localizer[
                        "If port {0} expects encryption from the start, set Mail:Smtp:ImplicitTls to true. If the "
                            + "server is just slow, increase Mail:Smtp:TimeoutSeconds.",
                        smtp.Port
                    ]
            ),
            MailFaultKind.Tls => new(
                localizer["The connection to the mail server could not be encrypted securely, so nothing was sent."],
                localizer[
                    "To trust your own certificate, set Mail:Smtp:CertificateAuthority to its PEM file. "
                        + "Mail:Smtp:Host must match the name in the certificate. Set Mail:Smtp:StartTls to false "
                        + "only for a relay on the same machine."
                ]
            ),
            MailFaultKind.Auth when string.IsNullOrEmpty(smtp.User) => new(
                localizer["The mail server requires sign-in before it relays mail."],
                localizer[
                    "Set Mail:Smtp:User and Mail:Smtp:Password, or configure the server to accept mail from this "
                        + "machine."
                ]
            ),
            MailFaultKind.Auth => new(
                localizer[
                    "The mail server rejects the user name or password, or does not let this user send to other "
                        + "addresses."
                ],
                localizer[
                    "Check Mail:Smtp:User and Mail:Smtp:Password. Providers such as Gmail, Outlook and iCloud "
                        + "require an app password, which you create in your account there, instead of your usual "
                        + "password."
                ]
            ),
            MailFaultKind.Sender => new(
                localizer["The mail server does not let the app send from the address in Mail:From."],
                localizer[
                    "Mail:From must be an address this user is allowed to send from. It is currently {0}.",
                    settings.From
                ]
            ),
            MailFaultKind.Refused => new(
                localizer["The mail server does not accept mail from this app."],
                localizer[
                    "Its reply says why. Often this machine’s address is on a block list, the SPF, DKIM or DMARC "
                        + "records of the domain in Mail:From do not allow it to send, or it has sent too much. The "
                        + "messages wait and are sent automatically once the server accepts them."
                ]
            ),
            MailFaultKind.Temporary => new(
                localizer["The mail server asked the app to try again later."],
                localizer[
                    "There is nothing to do: the app tries again automatically. Servers often do this with new "
                        + "senders. If it keeps happening, ask the administrator of the mail server."
                ]
            ),
            MailFaultKind.Permanent => new(
                localizer["The mail server permanently rejected the message."],
                localizer[
                    "Its reply says why. Often it considers the message spam. Check the SPF, DKIM and DMARC records "
                        + "of the domain in Mail:From, and whether the server is on a block list."
                ]
            ),
            MailFaultKind.BadAddress => new(
                localizer["This address does not exist or cannot receive mail."],
                localizer[
                    "Check it for typos. When e-mail to a person bounces like this, their reminders stop and they "
                        + "see a notice on every page."
                ]
            ),
            _ => new(
                localizer["The app could not create the message."],
                localizer[
                    "This is a problem with the app or its data, not with the mail server. See the log around that "
                        + "time for details."
                ]
            ),
        };
    }
}
