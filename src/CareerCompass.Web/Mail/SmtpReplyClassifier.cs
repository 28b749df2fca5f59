using System.Text.RegularExpressions;

namespace CareerCompass.Web.Mail;

/// <summary>
/// Servers use the same codes for a missing mailbox and a rejected sender, so the text decides first, then the enhanced
/// status (RFC 3463). Only a missing mailbox concerns the person.
/// </summary>
public static partial class SmtpReplyClassifier
{
    private const int MaxText = 2_000;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly HashSet<string> Gone =
    [
        "5.1.0",
        "5.1.1",
        "5.1.2",
        "5.1.3",
        "5.1.4",
        "5.1.6",
        "5.1.10",
        "5.2.1",
        "5.4.4",
        "5.4.310",
    ];

    public static MailFaultKind Classify(SmtpStage step, int code, string text)
    {
        text = text.Length <= MaxText ? text : text[..MaxText];
        var words = Noise().Replace(text, " ");
        return step switch
        {
            _ when code is 421 or < 400 => MailFaultKind.Unreachable,
            SmtpStage.Greeting => MailFaultKind.Unreachable,
            SmtpStage.StartTls => MailFaultKind.Tls,
            SmtpStage.Auth when code < 500 => MailFaultKind.Unreachable,
            SmtpStage.Auth => MailFaultKind.Auth,
            _ when code is 530 or 534 or 535 or 538 || SignInFirst().IsMatch(words) => MailFaultKind.Auth,
            _ when code < 500 => ClassifyTemporary(words),
            SmtpStage.Sender => ClassifySenderRefusal(code, words),
            _ => ClassifyPermanent(step, code, StatusOf(text), words),
        };
    }

    private static MailFaultKind ClassifyTemporary(string words) =>
        DislikesUs().IsMatch(words) && !Later().IsMatch(words) && !MailboxFull().IsMatch(words)
            ? MailFaultKind.Refused
            : MailFaultKind.Temporary;

    private static MailFaultKind ClassifySenderRefusal(int code, string words)
    {
        if (code == 552 || MessageTooBig().IsMatch(words))
        {
            return MailFaultKind.Permanent;
        }

        return DislikesUs().IsMatch(words) ? MailFaultKind.Refused : MailFaultKind.Sender;
    }

    private static MailFaultKind ClassifyPermanent(SmtpStage step, int code, string status, string words)
    {
        var isAboutContent = status is "5.3.4" or "5.2.3" || status.StartsWith("5.6.", StringComparison.Ordinal);
        if (isAboutContent || MessageTooBig().IsMatch(words))
        {
            return MailFaultKind.Permanent;
        }

        if (status == "5.2.2" || MailboxBusy().IsMatch(words))
        {
            return MailFaultKind.Temporary;
        }

        if (DislikesUs().IsMatch(words))
        {
            return MailFaultKind.Refused;
        }

        if (status is "5.1.7" or "5.1.8" || DislikesSender().IsMatch(words))
        {
            return MailFaultKind.Sender;
        }

        if (DislikesMail().IsMatch(words))
        {
            return step == SmtpStage.Content ? MailFaultKind.Permanent : MailFaultKind.Refused;
        }

        if (MailboxFull().IsMatch(words) || (code == 552 && status.Length == 0 && step == SmtpStage.Recipient))
        {
            return MailFaultKind.Temporary;
        }

        // Exchange Online reports this for recipients unknown to its directory
        var unlisted = status == "5.4.1" && RecipientRejected().IsMatch(words);
        if (unlisted || Gone.Contains(status) || MailboxGone().IsMatch(words))
        {
            return MailFaultKind.BadAddress;
        }

        return step == SmtpStage.Content && code == 552 ? MailFaultKind.Permanent : MailFaultKind.Refused;
    }

    private static string StatusOf(string text) => Status().Match(text).Groups[1].Value;

    [GeneratedRegex(@"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)", Options)]
    private static partial Regex Status();

    [GeneratedRegex(@"https?://\S+|<[^<>\s]*@[^<>\s]*>|[^\s<>]+@[^\s<>:,;]+", Options)]
    private static partial Regex Noise();

    [GeneratedRegex(
        """
            \brelay(?!\ recipient)(ing)?\b.*\b(denied|not|prohibited|disallowed)\b|\b(not|unable\ to|cannot|
            can't)\b.{0,20}\brelay|rcpthosts|auth(entication)?\ (is\ )?required|(needs?|requires?|
            turn\ on)\ (smtp[\ -])?auth|not\ logged\ in|client\ (was\ |is\ )?not\ authenticated|(must|please)\ (be\ |
            first\ )?(authenticate|log\ ?in)
            """,
        Options | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex SignInFirst();

    [GeneratedRegex(
        """
            (block|black|deny|bad)[\ -]?list|\b(dns|r|u|s)bl\b|dnsbl|spamhaus|spamcop|barracudacentral|sorbs|uceprotect|
            \blisted\ (at|in|by|on)\b|blocked\ (using|by)|\bblocked\b.{0,40}\b(ip|host|network|server)\b|reputation|
            (client|remote|sending|connecting|your)\ (host|ip|server|mta|network)|\bip[\ -]address|\bip\b.{0,30}\b(block|
            ban|den|reject|list|refus)|(banned|blocked|denied|rejected|accepted|accept\ mail)\b.{0,20}\bip\b|reverse\ dns|
            \brdns\b|\bptr\b|\b(helo|ehlo)\b|your\ (access|domain|account|isp|address|organi[sz]ation)|too\ (many|much|
            fast|frequent)|\brate\b.{0,20}\b(limit|exceed)|(exceed|reached).{0,30}\b(rate|daily|hourly|sending)|
            \b(sending|daily|hourly|message|connection|frequency)\ (limit|quota)|throttl|\b(spf|dkim|dmarc)\b|
            unauthenticated|complain|harvest|\babus|suspicious\ activity|tenant|administrative|\bpolic(y|ies)\b|
            \bprohibited\b|not\ authori[sz]ed|unauthori[sz]ed|permission|hop\ count|routing\ loop|mail\ loop
            """,
        Options | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex DislikesUs();

    [GeneratedRegex(
        """
            \b(sender|envelope[\ -]from|mail\ from|return[\ -]path|from[\ -](address|header|domain))\b.{0,60}\b(reject|
            den(y|ied)|not\b|unknown|invalid|verif|blocked|banned|fail|disallow|bad\b|refuse|must\b|does)|\b(bad|banned|
            invalid|unknown)\b.{0,20}\bsender|send(ing)?\ ?as\b|not\ owned\ by|sender\ verif|call[\ -]?(out|
            back)\b.{0,40}\bfail
            """,
        Options | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex DislikesSender();

    [GeneratedRegex(
        """
            spam|unsolicited|\bjunk|\bbulk\b|virus|malware|infected|phish|content|attachment|message\ (was\ |has\ been\ |
            is\ )?(rejected|blocked|refused)|\bblocked\b|\bbanned\b|poor|header
            """,
        Options | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex DislikesMail();

    [GeneratedRegex(
        """
            ^(?!.*\b(mailbox|quota|storage)\b).*((message|mail|size)\b.{0,30}\b(too\ (big|large|long)|size)|
            size\b.{0,30}\b(exceed|limit)|exceed.{0,40}\bsize|too\ (big|large))
            """,
        Options | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex MessageTooBig();

    [GeneratedRegex(@"receiving (e?mail|messages) (at a rate|too)", Options)]
    private static partial Regex MailboxBusy();

    [GeneratedRegex(
        """
            (mailbox|inbox|account|user|recipient)\b.{0,40}\bfull\b|\bfull\ (mailbox|inbox)|quota|insufficient\ (system\ |
            disk\ )?(storage|space|resources)|(storage|mailbox)\b.{0,30}\b(exceed|limit)|exceed.{0,30}\bstorage|
            out\ of\ (disk\ )?space
            """,
        Options | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex MailboxFull();

    [GeneratedRegex(@"gr[ae]y ?-?list|try (it )?(again )?(later|in)|come back", Options)]
    private static partial Regex Later();

    [GeneratedRegex(@"recipient address(es)? rejected", Options)]
    private static partial Regex RecipientRejected();

    [GeneratedRegex(
        """
            \b(no\ such|unknown|invalid|non-?exist(ent|ing)|inactive|disabled|unrouteable|undeliverable|bad|illegal|
            unrecogni[sz]ed|not\ a(\ valid|\ known)?|not\ our)\b(\ or\ \w+)?(\ (e-?mail|local|virtual|destination|
            recipient|mailbox|this|valid|known))*\ (user|recipient|mailbox|mail\ box|address|account|alias|addressee|
            receiver|person|domain|customer|name|host)|\b(user|recipient|mailbox|account|address|alias|addressee|receiver|
            domain|host|person|member|customer)\b.{0,40}?(\bunknown|\bnot\ (be\ )?(found|exist|known|valid|available|
            recogni[sz]ed|listed|local|here|active|in\ service)|(does\ not|doesn.?t|did\ not)\ exist|no\ longer|\binvalid|
            \bunavailable|\bdisabled|\bdiscontinued|\bdeactivated|\binactive|\bsuspended|\bclosed|\bdeleted|\bterminated|
            \bunrouteable|\bundeliverable)|\bno\ (mailbox|user|account|recipient|address|one|person)\b.{0,20}\b(here|
            by\ that\ name|with\ that|found)|\bnobody\ (here\ )?(of|by|with)\ that|doesn.?t\ have\ an?\b.{0,40}\baccount|
            recip(ient)?notfound|null\ mx|not\ our\ customer|unbekannt|existiert\ nicht|nicht\ (gefunden|vorhanden)|
            inconnue?\b|inexistante?\b|n.existe\ pas|desconocid|inexistente|no\ existe|sconosciut|inesistente|não\ existe|
            niet\ bekend|onbekend|nie\ istnieje|nieznany|не\ существует|не\ найден|неизвестн
            """,
        Options | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex MailboxGone();
}
