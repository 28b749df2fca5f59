using System.Text.RegularExpressions;

namespace CareerCompass.Web.Mail;

public enum FaultKind
{
    /// <summary>No server there, or it turns everybody away.</summary>
    Unreachable,

    Timeout,

    /// <summary>No encryption, or no certificate to believe in.</summary>
    Tls,

    /// <summary>It wants another user or password before it passes mail on.</summary>
    Auth,

    /// <summary>It does not let us send under our own address.</summary>
    Sender,

    /// <summary>Not now: come back later.</summary>
    Temporary,

    /// <summary>Not this message, however often.</summary>
    Permanent,

    /// <summary>Nobody gets mail at the address.</summary>
    BadAddress,

    /// <summary>It never got as far as the server: the app could not write it.</summary>
    Unwritten,
}

/// <summary>Where in a conversation a server may say no.</summary>
public enum SmtpStep
{
    Greeting,
    StartTls,
    Auth,
    Sender,
    Recipient,
    Content,
}

/// <summary>A message did not go. Its text is the server's own words, which may name an address: for pages, never for the log.</summary>
public sealed partial class MailFault(FaultKind kind, string words, Exception? cause = null) : Exception(words, cause)
{
    /// <summary>The kinds that say something about the server, and so about every message.</summary>
    public static readonly IReadOnlyList<FaultKind> OfServer = [FaultKind.Unreachable, FaultKind.Timeout, FaultKind.Tls, FaultKind.Auth, FaultKind.Sender];

    public FaultKind Kind { get; } = kind;

    /// <summary>What the server answered, such as 550; zero when it answered nothing.</summary>
    public int Code { get; private init; }

    /// <summary>The message was handed over in full, only the answer is missing: it may have arrived all the same.</summary>
    public bool MayHaveArrived { get; internal set; }

    public bool IsServers => OfServer.Contains(Kind);

    /// <param name="text">The answer in full, code and all.</param>
    public static MailFault Refused(SmtpStep step, int code, string text) => new(KindOf(step, code, text), text) { Code = code };

    private static FaultKind KindOf(SmtpStep step, int code, string text) => (step, code, Status().Match(text).Groups[1].Value) switch
    {
        (_, 421, _) or (_, < 400, _) or (SmtpStep.Greeting, _, _) or (SmtpStep.Auth, < 500, _) => FaultKind.Unreachable,
        (SmtpStep.StartTls, _, _) => FaultKind.Tls,
        (SmtpStep.Auth, _, _) or (_, 530 or 534 or 535 or 538, _) => FaultKind.Auth,

        // Else a server that does not know us would make every person's address look dead
        (SmtpStep.Sender or SmtpStep.Recipient, _, _) when SignInFirst().IsMatch(text) => FaultKind.Auth,
        (_, < 500, _) => FaultKind.Temporary,
        (SmtpStep.Recipient, _, "5.2.2") or (SmtpStep.Recipient, 552, "") => FaultKind.Temporary, // a full mailbox
        (SmtpStep.Sender, 552, _) => FaultKind.Permanent,
        (SmtpStep.Sender, _, _) or (_, _, "5.1.7" or "5.1.8") => FaultKind.Sender,
        (SmtpStep.Recipient, _, "") => FaultKind.BadAddress,
        (_, _, ['5', '.', '1' or '2', '.', ..] and not "5.2.2" and not "5.2.3") => FaultKind.BadAddress,
        _ => FaultKind.Permanent,
    };

    [GeneratedRegex(@"^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b")]
    private static partial Regex Status();

    [GeneratedRegex(@"\brelay(ing)?\b.*\b(denied|not|prohibited|disallowed)\b|\b(not|unable to|cannot|can't)\b.{0,20}\brelay|authentication (is )?required|\bauth is required|must (first )?(authenticate|log ?in)", RegexOptions.IgnoreCase)]
    private static partial Regex SignInFirst();
}
