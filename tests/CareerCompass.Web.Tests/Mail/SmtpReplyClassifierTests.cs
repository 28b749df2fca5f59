using System.Globalization;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Tests.Mail;

public sealed class SmtpReplyClassifierTests
{
    [Theory]
    [InlineData(SmtpStage.Recipient, "550 no such user")]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 unknown")]
    [InlineData(SmtpStage.Recipient, "550 5.2.1 disabled")]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 nobody of that name")]
    [InlineData(SmtpStage.Content, "550 5.1.1 unknown after all")]
    [InlineData(SmtpStage.Content, "550 No such user here")]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 Recipient address rejected: user unknown")]
    [InlineData(SmtpStage.Recipient, "550 5.4.4 Host not found")]
    [InlineData(SmtpStage.Recipient, "550 5.5.0 Requested action not taken: mailbox unavailable")]
    [InlineData(
        SmtpStage.Content,
        "550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). "
            + "[AM0EUR02FT012.eop-EUR02.prod.protection.outlook.com]"
    )]
    [InlineData(SmtpStage.Recipient, "550 Requested action not taken: mailbox unavailable")]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) "
            + "[DB5EUR01FT046.eop-EUR01.prod.protection.outlook.com]"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.4.1 [ada@example.org]: Recipient address rejected: Access denied")]
    [InlineData(SmtpStage.Recipient, "550 5.4.1 All recipient addresses rejected : Access denied [VE1EUR03FT037]")]
    [InlineData(
        SmtpStage.Content,
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ada@example.org not found by SMTP address lookup"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found")]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.4.310 DNS domain example.invalid does not exist [Message=InfoDomainNonexistent]"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550-5.1.1 The email account that you tried to reach does not exist. Please try 5.1.1 double-checking the "
            + "recipient's email address for typos or 5.1.1 unnecessary spaces. For more information, go to 5.1.1  "
            + "https://support.google.com/mail/?p=NoSuchUser ffacd0b85a97d-3a4 - gsmtp"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.2.1 The email account that you tried to reach is disabled. For more information, go to "
            + "https://support.google.com/mail/?p=DisabledUser - gsmtp"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown in local recipient table"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown in virtual mailbox table"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown in relay recipient table"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.1.0 <ada@example.org>: Recipient address rejected: undeliverable address: host "
            + "mx.example.org[192.0.2.1] said: 550 5.1.1 User unknown"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.1.2 <ada@example.invalid>: Recipient address rejected: Domain not found")]
    [InlineData(SmtpStage.Recipient, "550 Unrouteable address")]
    [InlineData(SmtpStage.Recipient, "550 Unknown user")]
    [InlineData(SmtpStage.Recipient, "550 Unknown local part ada in <ada@example.org>: user unknown")]
    [InlineData(SmtpStage.Recipient, "550-Verification failed for <ada@example.org> 550-Unrouteable address")]
    [InlineData(SmtpStage.Recipient, "553 5.3.0 <ada@example.org>... No such user")]
    [InlineData(SmtpStage.Recipient, "550 sorry, no mailbox here by that name. (#5.1.1)")]
    [InlineData(SmtpStage.Recipient, "550 #5.1.0 Address rejected.")]
    [InlineData(SmtpStage.Recipient, "550 5.1.0 Address rejected.")]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 Not our Customer")]
    [InlineData(SmtpStage.Recipient, "550 Not our customer")]
    [InlineData(
        SmtpStage.Recipient,
        "554 delivery error: dd This user doesn't have a yahoo.com account (ada@yahoo.com) [-9] - "
            + "mta4080.mail.bf1.yahoo.com"
    )]
    [InlineData(
        SmtpStage.Content,
        "554 30 Sorry, your message to ada@yahoo.com cannot be delivered. This mailbox is disabled (554.30)."
    )]
    [InlineData(
        SmtpStage.Content,
        "554 delivery error: dd Sorry your message to ada@yahoo.com cannot be delivered. This account has been "
            + "disabled or discontinued [#102]."
    )]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 <ada@icloud.com>: user does not exist")]
    [InlineData(SmtpStage.Recipient, "550 5.1.6 recipient no longer on server: ada@icloud.com")]
    [InlineData(SmtpStage.Recipient, "551 User not local; please try <ada@elsewhere.example>")]
    [InlineData(SmtpStage.Recipient, "553 Invalid recipient ada@example.org (Mode: normal)")]
    [InlineData(
        SmtpStage.Recipient,
        "550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [x.uk123]"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 permanent failure for one or more recipients (ada@example.org:550 5.1.1 User unknown)"
    )]
    [InlineData(SmtpStage.Recipient, "550 No Such User Here\"")]
    [InlineData(SmtpStage.Recipient, "550 MAILBOX NOT FOUND")]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 sid: ada blocked.spam@example.org: RECIPIENT NOT FOUND")]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.1.1 <policy.spamhaus@example.org> user unknown; see https://example.org/blocklist"
    )]
    [InlineData(SmtpStage.Recipient, "556 5.1.10 Recipient address has null MX")]
    [InlineData(SmtpStage.Recipient, "550 Benutzer unbekannt")]
    [InlineData(SmtpStage.Recipient, "550 Adresse inconnue")]
    [InlineData(SmtpStage.Recipient, "550 El usuario no existe")]
    [InlineData(SmtpStage.Recipient, "550 нет такого: ящик не существует")]
    [InlineData(SmtpStage.Recipient, "550 (5.1.1) no such recipient")]
    [InlineData(SmtpStage.Recipient, "550 Account is inactive")]
    [InlineData(
        SmtpStage.Recipient,
        "550 Requested mail action not taken: mailbox unavailable (e.g., mailbox not found)"
    )]
    public void The_mailbox_is_gone(SmtpStage step, string answer) =>
        AssertJudged(MailFaultKind.BadAddress, step, answer);

    [Theory]
    [InlineData(SmtpStage.Recipient, "450 4.2.0 greylisted")]
    [InlineData(
        SmtpStage.Recipient,
        "450 4.2.0 <ada@example.org>: Recipient address rejected: Greylisted, see "
            + "http://postgrey.schweikert.ch/help/example.org.html"
    )]
    [InlineData(SmtpStage.Recipient, "451 4.7.1 Greylisting in action, please come back later")]
    [InlineData(
        SmtpStage.Recipient,
        "451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719) [AM5EUR03FT007]"
    )]
    [InlineData(SmtpStage.Content, "451 4.3.0 later")]
    [InlineData(SmtpStage.Sender, "451 the disk is full")]
    [InlineData(SmtpStage.Sender, "452 4.3.1 Insufficient system storage")]
    [InlineData(SmtpStage.Recipient, "450 4.2.2 mailbox full")]
    [InlineData(SmtpStage.Recipient, "552 5.2.2 mailbox full")]
    [InlineData(SmtpStage.Recipient, "552 quota exceeded")]
    [InlineData(SmtpStage.Recipient, "550 Mailbox quota exceeded")]
    [InlineData(SmtpStage.Content, "550 Mailbox quota exceeded")]
    [InlineData(SmtpStage.Content, "552 5.2.2 user is over quota")]
    [InlineData(
        SmtpStage.Recipient,
        "552-5.2.2 The recipient's inbox is out of storage space. Please direct the 5.2.2 recipient to "
            + "https://support.google.com/mail/?p=OverQuotaPerm - gsmtp"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 mailbox is full: retry timeout exceeded")]
    [InlineData(SmtpStage.Recipient, "550 User's mailbox size limit exceeded")]
    [InlineData(SmtpStage.Recipient, "552 Requested mail action aborted: exceeded storage allocation")]
    [InlineData(
        SmtpStage.Recipient,
        "550-5.2.1 The user you are trying to contact is receiving mail at a rate that 5.2.1 prevents additional "
            + "messages from being delivered. - gsmtp"
    )]
    public void This_mailbox_takes_no_mail_for_now(SmtpStage step, string answer) =>
        AssertJudged(MailFaultKind.Temporary, step, answer);

    [Theory]
    [InlineData(SmtpStage.Recipient, "550 192.0.2.1 is listed at a blocklist")]
    [InlineData(SmtpStage.Recipient, "550 5.1.1 your IP is listed at a blocklist")]
    [InlineData(SmtpStage.Recipient, "553 192.0.2.1 administratively denied (#5.7.1)")]
    [InlineData(SmtpStage.Recipient, "550 too many messages from your address, quota exceeded")]
    [InlineData(
        SmtpStage.Recipient,
        "550 #5.7.1 Your access to submit messages to this e-mail system has been rejected."
    )]
    [InlineData(
        SmtpStage.Content,
        "550 #5.7.1 Your access to submit messages to this e-mail system has been rejected."
    )]
    [InlineData(SmtpStage.Recipient, "554 5.7.1 Client host blocked")]
    [InlineData(
        SmtpStage.Recipient,
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; "
            + "https://www.spamhaus.org/query/ip/192.0.2.1"
    )]
    [InlineData(
        SmtpStage.Sender,
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using b.barracudacentral.org"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus. To request removal from "
            + "this list see https://www.spamhaus.org/query/ip/192.0.2.1 AS(1410)"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service "
            + "provider since part of their network is on our block list (S3140)."
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 SC-001 (COL004-MC1F20) Unfortunately, messages from 192.0.2.1 weren't sent. Your email server's IP "
            + "address is on our block list"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.7.606 Access denied, banned sending IP [192.0.2.1]")]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP"
    )]
    [InlineData(
        SmtpStage.Content,
        "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.7.705 Service unavailable. Access denied, tenant has exceeded threshold.")]
    [InlineData(
        SmtpStage.Content,
        "550-5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to "
            + "authenticate with either SPF or DKIM. - gsmtp"
    )]
    [InlineData(
        SmtpStage.Content,
        "550 5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. - gsmtp"
    )]
    [InlineData(
        SmtpStage.Content,
        "550-5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR record setup"
    )]
    [InlineData(
        SmtpStage.Content,
        "554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 Mail from IP 192.0.2.1 was rejected due to listing in Spamhaus PBL")]
    [InlineData(
        SmtpStage.Content,
        "554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137"
    )]
    [InlineData(
        SmtpStage.Content,
        "554 Transaction failed Reject due to policy restrictions. For explanation visit "
            + "https://postmaster.gmx.net/en/case?c=hi"
    )]
    [InlineData(SmtpStage.Recipient, "550 Administrative prohibition")]
    [InlineData(
        SmtpStage.Recipient,
        "550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550"
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550"
    )]
    [InlineData(SmtpStage.Recipient, "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1")]
    [InlineData(SmtpStage.Recipient, "550 5.7.0 Local Policy Violation")]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]")]
    [InlineData(SmtpStage.Recipient, "450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]")]
    [InlineData(SmtpStage.Recipient, "450 4.7.25 Client host rejected: cannot find your hostname")]
    [InlineData(SmtpStage.Recipient, "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname")]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.7.1 <ada@example.org>: Recipient address rejected: Message rejected due to: SPF fail - not authorized"
    )]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 <ada@example.org>: Recipient address rejected: Access denied")]
    [InlineData(
        SmtpStage.Recipient,
        "554 5.7.1 <ada@example.org>: Recipient address rejected: Rejected by policy; user unknown to us is no reason"
    )]
    [InlineData(SmtpStage.Recipient, "550 Too many invalid recipients from your host")]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 Directory harvest attack: unknown user")]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized")]
    [InlineData(SmtpStage.Recipient, "550 5.4.14 Hop count exceeded - possible mail loop ATTR34")]
    [InlineData(SmtpStage.Recipient, "550 rejected because of spam")]
    [InlineData(SmtpStage.Recipient, "550 5.4.1 no answer from host")]
    [InlineData(SmtpStage.Recipient, "550 5.7.1")]
    [InlineData(SmtpStage.Recipient, "550")]
    [InlineData(SmtpStage.Recipient, "554 Transaction failed")]
    [InlineData(SmtpStage.Content, "554 Transaction failed")]
    [InlineData(SmtpStage.Recipient, "550 5.5.0 sorry")]
    [InlineData(SmtpStage.Recipient, "550 IP 5.1.1.7 IS ON OUR BLACKLIST")]
    [InlineData(SmtpStage.Recipient, "550 rejected by 5.1.1.1")]
    [InlineData(SmtpStage.Sender, "550 5.7.1 Sending rate limit exceeded")]
    public void The_server_refuses_us(SmtpStage step, string answer) =>
        AssertJudged(MailFaultKind.Refused, step, answer);

    [Theory]
    [InlineData(SmtpStage.Greeting, "554 5.7.1 go away", MailFaultKind.Unreachable)]
    [InlineData(SmtpStage.Recipient, "421 too many", MailFaultKind.Unreachable)]
    [InlineData(
        SmtpStage.Recipient,
        "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints",
        MailFaultKind.Unreachable
    )]
    [InlineData(SmtpStage.StartTls, "454 4.7.0 TLS not available", MailFaultKind.Tls)]
    [InlineData(SmtpStage.Auth, "454 4.7.0 try later", MailFaultKind.Unreachable)]
    [InlineData(SmtpStage.Auth, "535 5.7.8 no", MailFaultKind.Auth)]
    [InlineData(
        SmtpStage.Auth,
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant",
        MailFaultKind.Auth
    )]
    [InlineData(SmtpStage.Sender, "530 5.7.0 Must issue a STARTTLS command first", MailFaultKind.Auth)]
    [InlineData(SmtpStage.Sender, "530 5.7.57 Client not authenticated to send mail", MailFaultKind.Auth)]
    [InlineData(SmtpStage.Recipient, "554 5.7.1 <x@y>: Relay access denied", MailFaultKind.Auth)]
    [InlineData(SmtpStage.Recipient, "454 4.7.1 <x@y>: Relay access denied", MailFaultKind.Auth)]
    [InlineData(SmtpStage.Recipient, "550 relay not permitted", MailFaultKind.Auth)]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 Unable to relay", MailFaultKind.Auth)]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
        MailFaultKind.Auth
    )]
    [InlineData(SmtpStage.Recipient, "550 5.7.1 <ada@example.org>... Relaying denied", MailFaultKind.Auth)]
    [InlineData(
        SmtpStage.Recipient,
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        MailFaultKind.Auth
    )]
    [InlineData(
        SmtpStage.Recipient,
        "550-Please turn on SMTP Authentication in your mail client. 550 is not permitted to relay",
        MailFaultKind.Auth
    )]
    [InlineData(SmtpStage.Sender, "553 5.7.1 not owned by user", MailFaultKind.Sender)]
    [InlineData(SmtpStage.Sender, "550 5.1.1 User unknown", MailFaultKind.Sender)]
    [InlineData(
        SmtpStage.Recipient,
        "553 5.7.1 <compass@example.org>: Sender address rejected: not owned by user ada",
        MailFaultKind.Sender
    )]
    [InlineData(SmtpStage.Recipient, "550 5.1.8 sender domain not found", MailFaultKind.Sender)]
    [InlineData(
        SmtpStage.Recipient,
        "550 5.1.8 <compass@example.org>: Sender address rejected: Domain not found",
        MailFaultKind.Sender
    )]
    [InlineData(SmtpStage.Recipient, "550 5.1.7 invalid address", MailFaultKind.Sender)]
    [InlineData(
        SmtpStage.Recipient,
        "550-Verification failed for <compass@example.org> 550-No such person at this address 550 Sender verify failed",
        MailFaultKind.Sender
    )]
    [InlineData(
        SmtpStage.Content,
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        MailFaultKind.Refused
    )]
    [InlineData(
        SmtpStage.Content,
        "554 5.2.252 SendAsDenied; compass@example.org not allowed to send as other@example.org",
        MailFaultKind.Sender
    )]
    [InlineData(SmtpStage.Sender, "552 5.3.4 too big", MailFaultKind.Permanent)]
    [InlineData(SmtpStage.Content, "552 5.3.4 Message size exceeds fixed limit", MailFaultKind.Permanent)]
    [InlineData(SmtpStage.Recipient, "552 5.2.3 Message length exceeds administrative limit", MailFaultKind.Permanent)]
    [InlineData(SmtpStage.Content, "554 5.7.1 spam", MailFaultKind.Permanent)]
    [InlineData(SmtpStage.Content, "554 5.7.1 this looks like spam", MailFaultKind.Permanent)]
    [InlineData(SmtpStage.Content, "550 5.7.1 Message contains a virus", MailFaultKind.Permanent)]
    [InlineData(SmtpStage.Content, "554 5.6.0 Invalid message content", MailFaultKind.Permanent)]
    public void All_else_is_told_apart(SmtpStage step, string answer, MailFaultKind kind) =>
        AssertJudged(kind, step, answer);

    private static void AssertJudged(MailFaultKind kind, SmtpStage step, string answer)
    {
        foreach (var spelling in new[] { answer, answer.ToUpperInvariant(), answer.ToLowerInvariant() })
        {
            var code = int.Parse(answer.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            Assert.True(
                SmtpReplyClassifier.Classify(step, code, spelling) == kind,
                $"{spelling} is judged {SmtpReplyClassifier.Classify(step, code, spelling)}"
            );
        }
    }
}
