namespace CareerCompass.Web.Mail;

/// <summary>
/// A message was not sent. Its text is the server's own words, which may name an address: for pages, never for the log.
/// </summary>
public sealed class MailFault(MailFaultKind kind, string words, Exception? cause = null) : Exception(words, cause)
{
    /// <summary>The kinds that say something about the server, and so about every message.</summary>
    public static readonly IReadOnlyList<MailFaultKind> FromServer =
    [
        MailFaultKind.Unreachable,
        MailFaultKind.Timeout,
        MailFaultKind.Tls,
        MailFaultKind.Auth,
        MailFaultKind.Sender,
        MailFaultKind.Refused,
        MailFaultKind.Folder,
    ];

    public MailFaultKind Kind { get; } = kind;

    /// <summary>What the server answered, such as 550; zero when it answered nothing.</summary>
    public int Code { get; private init; }

    /// <summary>The server asked for the message, only its verdict is missing: it may have taken it.</summary>
    public bool MayHaveArrived { get; internal set; }

    public bool IsFromServer => FromServer.Contains(Kind);

    /// <param name="text">The answer in full, code and all.</param>
    public static MailFault Refused(SmtpStep step, int code, string text) =>
        new(SmtpResponseJudge.Judge(step, code, text), text) { Code = code };
}
