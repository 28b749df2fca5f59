using System.Text;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Mail;

/// <summary>What is said to a real server, and what it may not hear.</summary>
public sealed class SmtpConversationTests : IDisposable
{
    private readonly TestCertificates certificates = new();
    private readonly Dialogue dialogue = new();

    public void Dispose() => certificates.Dispose();

    [NodeFact]
    public async Task STARTTLS_then_sign_in_then_the_message()
    {
        using var server = await SmtpPeer.StartAsync(Secure());

        await SendAsync(server, smtp => (smtp.StartTls, smtp.User, smtp.Password, smtp.CertificateAuthority) = (true, "compass", SmtpPeer.Password, certificates.Authority));

        var mail = Assert.Single(server.Mails);
        Assert.Equal((true, "compass"), (mail.GetProperty("secure").GetBoolean(), mail.GetProperty("user").GetString()));
        Assert.Contains("> AUTH PLAIN ••••••••", dialogue.ToString(), StringComparison.Ordinal);
        AssertNoSecret();
    }

    [NodeFact]
    public async Task TLS_from_the_first_byte_on_and_AUTH_LOGIN()
    {
        using var server = await SmtpPeer.StartAsync(Secure(implicitTls: true, authMethods: ["LOGIN"]));

        await SendAsync(server, smtp => (smtp.ImplicitTls, smtp.User, smtp.Password, smtp.CertificateAuthority) = (true, "compass", SmtpPeer.Password, certificates.Authority));

        Assert.Equal("compass", Assert.Single(server.Mails).GetProperty("user").GetString());
        AssertNoSecret();
    }

    [NodeFact]
    public async Task A_certificate_that_nobody_vouches_for_ends_it_before_a_word_is_said()
    {
        using var server = await SmtpPeer.StartAsync(Secure());

        var fault = await Assert.ThrowsAsync<MailFault>(() => SendAsync(server, smtp => (smtp.StartTls, smtp.User, smtp.Password) = (true, "compass", SmtpPeer.Password)));

        Assert.Equal(FaultKind.Tls, fault.Kind);
        Assert.Contains("certificate (CN=localhost) cannot be trusted", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("> AUTH", dialogue.ToString(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_certificate_for_another_name_is_not_trusted_either()
    {
        using var server = await SmtpPeer.StartAsync(Secure());

        var fault = await Assert.ThrowsAsync<MailFault>(() => SendAsync(
            server, smtp => (smtp.Host, smtp.StartTls, smtp.CertificateAuthority) = ("127.0.0.1", true, certificates.Authority)));

        Assert.Equal(FaultKind.Tls, fault.Kind);
        Assert.Contains("it is not for 127.0.0.1", fault.Message, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_server_without_encryption_gets_nothing_when_it_is_wanted()
    {
        using var server = await SmtpPeer.StartAsync();

        var fault = await Assert.ThrowsAsync<MailFault>(() => SendAsync(server, smtp => smtp.StartTls = true));

        Assert.Equal(FaultKind.Tls, fault.Kind);
        Assert.DoesNotContain("MAIL FROM", dialogue.ToString(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_server_that_speaks_plain_text_where_TLS_is_expected_is_told_as_such()
    {
        using var server = await SmtpPeer.StartAsync();

        Assert.Equal(FaultKind.Tls, (await Assert.ThrowsAsync<MailFault>(() => SendAsync(server, smtp => smtp.ImplicitTls = true))).Kind);
    }

    [NodeFact]
    public async Task A_wrong_password_is_told_and_not_shown_even_if_the_server_repeats_it()
    {
        using var server = await SmtpPeer.StartAsync(new { auth = new { user = "compass", password = SmtpPeer.Password }, insecureAuth = true });

        var fault = await Assert.ThrowsAsync<MailFault>(() => SendAsync(server, smtp => (smtp.User, smtp.Password) = ("compass", "not the right one")));

        Assert.Equal((FaultKind.Auth, 535), (fault.Kind, fault.Code));
        Assert.Contains("is not the password of compass", dialogue.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not the right one", dialogue + fault.Message, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_server_that_wants_a_sign_in_says_nothing_about_the_address()
    {
        using var server = await SmtpPeer.StartAsync(new { auth = new { user = "compass", password = SmtpPeer.Password }, insecureAuth = true });

        Assert.Equal(FaultKind.Auth, (await Assert.ThrowsAsync<MailFault>(() => SendAsync(server))).Kind);
    }

    [NodeFact]
    public async Task Lines_arrive_as_they_were_written_whatever_they_begin_or_end_with()
    {
        using var server = await SmtpPeer.StartAsync();

        await SendAsync(server, mail: "Subject: dots\n\n.\n..two\r\n.one\n\r.\rend");

        Assert.Equal("Subject: dots\r\n\r\n.\r\n..two\r\n.one\r\n\r\n.\r\nend\r\n", Assert.Single(server.Mails).GetProperty("mail").GetString());
    }

    [NodeFact]
    public async Task No_second_command_hides_in_an_address()
    {
        using var server = await SmtpPeer.StartAsync();

        await Assert.ThrowsAsync<MailFault>(() => SendAsync(server, to: "ada@example.org>\r\nRCPT TO:<eve@example.org"));

        Assert.DoesNotContain("eve", dialogue.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, "554 5.7.1 go away", FaultKind.Unreachable)]
    [InlineData(SmtpStep.Recipient, "421 too many", FaultKind.Unreachable)]
    [InlineData(SmtpStep.Auth, "454 4.7.0 try later", FaultKind.Unreachable)]
    [InlineData(SmtpStep.Auth, "535 5.7.8 no", FaultKind.Auth)]
    [InlineData(SmtpStep.Sender, "530 5.7.0 Must issue a STARTTLS command first", FaultKind.Auth)]
    [InlineData(SmtpStep.Sender, "553 5.7.1 not owned by user", FaultKind.Sender)]
    [InlineData(SmtpStep.Sender, "552 5.3.4 too big", FaultKind.Permanent)]
    [InlineData(SmtpStep.Recipient, "450 4.2.0 greylisted", FaultKind.Temporary)]
    [InlineData(SmtpStep.Recipient, "550 no such user", FaultKind.BadAddress)]
    [InlineData(SmtpStep.Recipient, "550 5.1.1 unknown", FaultKind.BadAddress)]
    [InlineData(SmtpStep.Recipient, "550 5.2.1 disabled", FaultKind.BadAddress)]
    [InlineData(SmtpStep.Recipient, "552 5.2.2 mailbox full", FaultKind.Temporary)]
    [InlineData(SmtpStep.Recipient, "552 quota exceeded", FaultKind.Temporary)]
    [InlineData(SmtpStep.Recipient, "554 5.7.1 <x@y>: Relay access denied", FaultKind.Auth)]
    [InlineData(SmtpStep.Recipient, "550 relay not permitted", FaultKind.Auth)]
    [InlineData(SmtpStep.Recipient, "550 5.7.1 Unable to relay", FaultKind.Auth)]
    [InlineData(SmtpStep.Recipient, "554 5.7.1 Client host blocked", FaultKind.Permanent)]
    [InlineData(SmtpStep.Recipient, "550 5.1.8 sender domain not found", FaultKind.Sender)]
    [InlineData(SmtpStep.Content, "554 5.7.1 spam", FaultKind.Permanent)]
    [InlineData(SmtpStep.Content, "552 5.3.4 too big", FaultKind.Permanent)]
    [InlineData(SmtpStep.Content, "550 5.1.1 unknown after all", FaultKind.BadAddress)]
    [InlineData(SmtpStep.Content, "451 4.3.0 later", FaultKind.Temporary)]
    public void Refusals_are_told_apart(SmtpStep step, string answer, FaultKind kind) =>
        Assert.Equal(kind, MailFault.Refused(step, int.Parse(answer[..3], System.Globalization.CultureInfo.InvariantCulture), answer).Kind);

    private object Secure(bool implicitTls = false, string[]? authMethods = null) => new
    {
        implicitTls,
        startTls = !implicitTls,
        authMethods,
        key = certificates.Key,
        cert = certificates.Certificate,
        auth = new { user = "compass", password = SmtpPeer.Password },
    };

    private async Task SendAsync(
        SmtpPeer server, Action<MailSettings.SmtpSettings>? change = null, string to = "ada@example.org", string mail = "Subject: hello\r\n\r\nhello\r\n")
    {
        var smtp = new MailSettings.SmtpSettings { Host = "localhost", Port = server.Port, StartTls = false };
        change?.Invoke(smtp);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var conversation = new SmtpConversation(smtp, "compass.example.org", dialogue);
        await conversation.OpenAsync(patience.Token);
        await conversation.SendAsync("compass@example.org", to, Encoding.UTF8.GetBytes(mail), patience.Token);
        await conversation.CloseAsync(patience.Token);
    }

    private void AssertNoSecret()
    {
        var shown = dialogue.ToString();
        Assert.DoesNotContain(SmtpPeer.Password, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(SmtpPeer.Password)), shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0compass\0{SmtpPeer.Password}")), shown, StringComparison.Ordinal);
    }
}
