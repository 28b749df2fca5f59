namespace CareerCompass.Web.Mail;

/// <summary>The text is the server's own and may contain an address: show it on pages, never log it.</summary>
public sealed class MailDeliveryException(MailFaultKind kind, string words, Exception? cause = null)
    : Exception(words, cause)
{
    /// <summary>Faults of the server, which affect every message.</summary>
    public static readonly IReadOnlyList<MailFaultKind> ServerFaults =
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

    public int Code { get; private init; }

    /// <summary>The server received the message but did not confirm it, so it may have been delivered.</summary>
    public bool MayHaveArrived { get; internal set; }

    public bool IsFromServer => ServerFaults.Contains(Kind);

    public static MailDeliveryException FromReply(SmtpStage step, int code, string text) =>
        new(SmtpReplyClassifier.Classify(step, code, text), text) { Code = code };
}
