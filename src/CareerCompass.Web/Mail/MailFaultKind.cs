namespace CareerCompass.Web.Mail;

/// <summary>Why a message was not sent. Stored by name.</summary>
public enum MailFaultKind
{
    Unreachable,

    Timeout,

    Tls,

    Auth,

    /// <summary>The server rejects our sender address.</summary>
    Sender,

    /// <summary>The server rejects our mail: a block list, a policy or a rate limit.</summary>
    Refused,

    Folder,

    Temporary,

    /// <summary>This message will never be accepted.</summary>
    Permanent,

    BadAddress,

    NotComposed,
}
