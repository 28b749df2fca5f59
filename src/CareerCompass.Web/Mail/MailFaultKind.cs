namespace CareerCompass.Web.Mail;

/// <summary>Why a message was not sent. Stored by name.</summary>
public enum MailFaultKind
{
    /// <summary>No server there, or it turns everybody away.</summary>
    Unreachable,

    Timeout,

    /// <summary>No encryption, or no certificate to believe in.</summary>
    Tls,

    /// <summary>The server wants another user or password before it passes mail on.</summary>
    Auth,

    /// <summary>The server does not let us send under our own address.</summary>
    Sender,

    /// <summary>The server does not take mail from us: a block list, a policy, too much of it.</summary>
    Refused,

    /// <summary>The mail folder cannot be written to.</summary>
    Folder,

    /// <summary>Not now: come back later.</summary>
    Temporary,

    /// <summary>Not this message, however often.</summary>
    Permanent,

    /// <summary>There is no such mailbox.</summary>
    BadAddress,

    /// <summary>It never got as far as the server: the app could not write it.</summary>
    NotComposed,
}
