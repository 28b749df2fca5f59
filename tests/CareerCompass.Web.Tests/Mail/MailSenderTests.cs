using System.Net;
using System.Text;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerCompass.Web.Tests.Mail;

public sealed class MailSenderTests : IDisposable
{
    private readonly TestCertificates certificates = new();
    private SmtpTranscript smtpTranscript = new();

    public void Dispose() => certificates.Dispose();

    [NodeFact]
    public async Task STARTTLS_then_sign_in_then_the_message()
    {
        using var server = await SmtpPeer.StartAsync(Secure());

        await SendAsync(server, smtp =>
            (smtp.StartTls, smtp.User, smtp.Password, smtp.CertificateAuthority) = (
                true,
                "compass",
                SmtpPeer.Password,
                certificates.Authority
            )
        );

        var mail = Assert.Single(server.Mails);
        Assert.Equal(
            (true, "compass"),
            (mail.GetProperty("secure").GetBoolean(), mail.GetProperty("user").GetString())
        );
        Assert.Contains("> AUTH PLAIN ••••••••", smtpTranscript.ToString(), StringComparison.Ordinal);
        Assert.Contains("* The certificate is for CN=localhost", smtpTranscript.ToString(), StringComparison.Ordinal);
        AssertNoSecret();
    }

    [NodeFact]
    public async Task TLS_from_the_first_byte_on_and_AUTH_LOGIN()
    {
        using var server = await SmtpPeer.StartAsync(Secure(implicitTls: true, authMethods: ["LOGIN"]));

        await SendAsync(server, smtp =>
            (smtp.ImplicitTls, smtp.User, smtp.Password, smtp.CertificateAuthority) = (
                true,
                "compass",
                SmtpPeer.Password,
                certificates.Authority
            )
        );

        Assert.Equal("compass", Assert.Single(server.Mails).GetProperty("user").GetString());
        AssertNoSecret();
    }

    [NodeFact]
    public async Task A_certificate_that_nobody_vouches_for_ends_it_before_a_word_is_said()
    {
        using var server = await SmtpPeer.StartAsync(Secure());

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            SendAsync(server, smtp => (smtp.StartTls, smtp.User, smtp.Password) = (true, "compass", SmtpPeer.Password))
        );

        Assert.Equal(MailFaultKind.Tls, fault.Kind);
        Assert.Contains("certificate (CN=localhost) cannot be trusted", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("> AUTH", smtpTranscript.ToString(), StringComparison.Ordinal);
    }

    [NodeTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_for_another_name_is_not_trusted_either(bool implicitTls)
    {
        using var server = await SmtpPeer.StartAsync(Secure(implicitTls));

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            SendAsync(server, smtp =>
                (smtp.Host, smtp.StartTls, smtp.ImplicitTls, smtp.CertificateAuthority) = (
                    "127.0.0.1",
                    true,
                    implicitTls,
                    certificates.Authority
                )
            )
        );

        Assert.Equal(MailFaultKind.Tls, fault.Kind);
        Assert.Contains("it is not for 127.0.0.1", fault.Message, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_server_without_encryption_gets_nothing_when_it_is_wanted()
    {
        using var server = await SmtpPeer.StartAsync();

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            SendAsync(server, smtp => smtp.StartTls = true)
        );

        Assert.Equal(MailFaultKind.Tls, fault.Kind);
        Assert.DoesNotContain("MAIL FROM", smtpTranscript.ToString(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_server_that_speaks_plain_text_where_TLS_is_expected_is_told_as_such()
    {
        using var server = await SmtpPeer.StartAsync();

        Assert.Equal(
            MailFaultKind.Tls,
            (
                await Assert.ThrowsAsync<MailDeliveryException>(() =>
                    SendAsync(server, smtp => smtp.ImplicitTls = true)
                )
            ).Kind
        );
    }

    [NodeFact]
    public async Task A_wrong_password_is_told_and_not_shown_even_if_the_server_repeats_it()
    {
        using var server = await SmtpPeer.StartAsync(
            new { auth = new { user = "compass", password = SmtpPeer.Password }, insecureAuth = true }
        );

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            SendAsync(server, smtp => (smtp.User, smtp.Password) = ("compass", "not the right one"))
        );

        Assert.Equal((MailFaultKind.Auth, 535), (fault.Kind, fault.Code));
        Assert.Contains("is not the password of compass", smtpTranscript.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not the right one", smtpTranscript + fault.Message, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task A_server_that_wants_a_sign_in_says_nothing_about_the_address()
    {
        using var server = await SmtpPeer.StartAsync(
            new { auth = new { user = "compass", password = SmtpPeer.Password }, insecureAuth = true }
        );

        Assert.Equal(
            MailFaultKind.Auth,
            (await Assert.ThrowsAsync<MailDeliveryException>(() => SendAsync(server))).Kind
        );
    }

    [Fact]
    public async Task A_server_that_offers_no_sign_in_is_told_as_such()
    {
        using var server = new ScriptedSmtp(_ => null);

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            SendAsync(server.Port, smtp => (smtp.User, smtp.Password) = ("compass", "secret"))
        );

        Assert.Equal(
            (MailFaultKind.Auth, "The mail server offers no sign-in, but Mail:Smtp:User is set."),
            (fault.Kind, fault.Message)
        );
    }

    [NodeFact]
    public async Task Lines_arrive_as_they_were_written_whatever_they_begin_with()
    {
        using var server = await SmtpPeer.StartAsync();

        await SendAsync(server, paragraph: ".\n..two\n.one\n\nFrom here\r.\rend");

        Assert.Contains(
            "\n.\n..two\n.one\n\nFrom here\n.\nend\n",
            Assert.Single(server.Letters).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ada@example.org>\r\nRCPT TO:<eve@example.org")]
    [InlineData("ada@example.org\nRCPT TO:<eve@example.org>")]
    [InlineData("ada@example.org> eve")]
    [InlineData("<ada@example.org>, eve@example.org")]
    public async Task No_second_command_or_recipient_hides_in_an_address(string address)
    {
        using var server = new ScriptedSmtp(_ => null);

        Assert.Equal(
            MailFaultKind.BadAddress,
            (await Assert.ThrowsAsync<MailDeliveryException>(() => SendAsync(server.Port, to: address))).Kind
        );

        Assert.Empty(server.Commands);
    }

    [NodeFact]
    public async Task An_address_in_other_letters_goes_only_to_a_server_that_knows_them()
    {
        using var server = await SmtpPeer.StartAsync();
        await SendAsync(server, to: "jürgen@exämple.org");
        Assert.Equal("jürgen@exämple.org", Assert.Single(server.Mails).GetProperty("to")[0].GetString());
        Assert.Contains("SMTPUTF8", smtpTranscript.ToString(), StringComparison.Ordinal);

        using var old = await SmtpPeer.StartAsync(new { hideSmtpUtf8 = true });
        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() => SendAsync(old, to: "jürgen@exämple.org"));
        Assert.Equal(MailFaultKind.BadAddress, fault.Kind);
        Assert.DoesNotContain("MAIL FROM", smtpTranscript.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Otherwise every recipient's address would look dead.</summary>
    [NodeFact]
    public async Task A_sender_in_other_letters_that_the_server_does_not_know_is_no_fault_of_the_recipient()
    {
        using var server = await SmtpPeer.StartAsync(new { hideSmtpUtf8 = true });

        Assert.Equal(
            MailFaultKind.Sender,
            (await Assert.ThrowsAsync<MailDeliveryException>(() => SendAsync(server, from: "kompaß@example.org"))).Kind
        );
    }

    [NodeFact]
    public async Task A_domain_in_other_letters_goes_in_its_ASCII_spelling_to_every_server()
    {
        foreach (var hidden in new[] { true, false })
        {
            using var server = await SmtpPeer.StartAsync(new { hideSmtpUtf8 = hidden });

            await SendAsync(server, to: "ada@exämple.org", from: "Kompass <compass@exämple.org>");

            Assert.Contains("> RCPT TO:<ada@xn--exmple-cua.org>", smtpTranscript.ToString(), StringComparison.Ordinal);
            Assert.Matches(@"> MAIL FROM:<compass@xn--exmple-cua\.org>(?!.*SMTPUTF8)", smtpTranscript.ToString());
            Assert.Equal("ada@xn--exmple-cua.org", Assert.Single(server.Letters).Header("To"));
        }
    }

    [NodeFact]
    public async Task A_connection_that_has_carried_plain_addresses_is_changed_for_one_that_needs_more()
    {
        using var server = await SmtpPeer.StartAsync();
        await using var sender = Sender(server.Port);

        foreach (var to in new[] { "ada@example.org", "jürgen@example.org", "bob@example.org" })
        {
            await sender.SendAsync(
                Guid.CreateVersion7(),
                to,
                "",
                EmailContent(),
                DateTime.UnixEpoch,
                CancellationToken.None
            );
        }

        Assert.Equal(2, server.Mails.Select(mail => mail.GetProperty("session").GetString()).Distinct().Count());
        Assert.Equal(3, server.Mails.Count);
    }

    /// <summary>MailKit reports both the same way.</summary>
    [Theory]
    [InlineData("DATA", false)]
    [InlineData(".", true)]
    [InlineData("RCPT TO:<ada@example.org>", false)]
    public async Task A_connection_lost_behind_DATA_may_have_delivered_and_before_it_may_not(
        string lostAt,
        bool mayHaveArrived
    )
    {
        using var server = new ScriptedSmtp(command => command == lostAt ? ScriptedSmtp.Drop : null);

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() => SendAsync(server.Port));

        Assert.Equal(
            (MailFaultKind.Unreachable, "The mail server ended the connection.", mayHaveArrived),
            (fault.Kind, fault.Message, fault.MayHaveArrived)
        );
    }

    [Theory]
    [InlineData("250-almost\r\n", true)]
    [InlineData("250 fi", true)]
    [InlineData("550 no\r\n", false)]
    public async Task Only_a_whole_answer_is_a_verdict(string verdict, bool mayHaveArrived)
    {
        var said = false;
        using var server = new ScriptedSmtp(command =>
            command == "." ? verdict
            : command == "" && said ? ScriptedSmtp.Drop
            : null
        );

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            SendAsync(server.Port, smtp => smtp.TimeoutSeconds = 1)
        );

        said = true;
        Assert.Equal(mayHaveArrived, fault.MayHaveArrived);
    }

    [Fact]
    public async Task What_is_no_mail_server_is_told_in_its_own_words()
    {
        using var server = new ScriptedSmtp(_ => "HTTP/1.1 400 Bad Request\r\n\r\n");

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() => SendAsync(server.Port));

        Assert.Equal(
            (MailFaultKind.Unreachable, "The server there does not speak SMTP: HTTP/1.1 400 Bad Request"),
            (fault.Kind, fault.Message)
        );
    }

    [Theory]
    [InlineData("250-and so on\r\n")]
    [InlineData("250-and so on ")]
    public async Task A_server_that_does_not_stop_talking_is_left(string phrase)
    {
        using var server = new ScriptedSmtp(command =>
            command.StartsWith("EHLO", StringComparison.Ordinal)
                ? string.Concat(Enumerable.Repeat(phrase, 100_000))
                : null
        );

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() => SendAsync(server.Port));

        Assert.Equal(
            (MailFaultKind.Unreachable, "The mail server sent an endless reply."),
            (fault.Kind, fault.Message)
        );
    }

    /// <summary>Injected plain text after the STARTTLS reply must not count as encrypted content.</summary>
    [Fact]
    public async Task Words_put_in_before_the_encryption_begins_are_not_heard()
    {
        using var server = new ScriptedSmtp(command =>
            command switch
            {
                "STARTTLS" => "220 go on\r\n250-here\r\n250 AUTH PLAIN\r\n",
                _ when command.StartsWith("EHLO", StringComparison.Ordinal) => "250-here\r\n250 STARTTLS\r\n",
                _ => null,
            }
        );

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            SendAsync(server.Port, smtp =>
                (smtp.StartTls, smtp.User, smtp.Password, smtp.TimeoutSeconds) = (true, "compass", "a password", 2)
            )
        );

        Assert.Contains(fault.Kind, new[] { MailFaultKind.Tls, MailFaultKind.Timeout });
        Assert.DoesNotContain(server.Commands, command => command.Contains("AUTH", StringComparison.Ordinal));
    }

    /// <summary>As where IPv6 is announced but broken.</summary>
    [Fact]
    public async Task A_host_whose_first_address_swallows_packets_is_reached_at_the_second()
    {
        using var server = new ScriptedSmtp(_ => null);
        using var hole = new SilentServer(server.Port);
        var connector = new HappyEyeballsConnector(
            (_, _) => Task.FromResult(new[] { SilentServer.Address, IPAddress.Loopback })
        );
        await using var sender = Sender(server.Port, connector: connector);

        await sender.SendAsync(
            Guid.CreateVersion7(),
            "ada@example.org",
            "",
            EmailContent(),
            DateTime.UnixEpoch,
            CancellationToken.None
        );

        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_host_whose_addresses_all_swallow_packets_is_not_said_to_be_slow()
    {
        using var server = new ScriptedSmtp(_ => null);
        using var hole = new SilentServer(server.Port);
        var connector = new HappyEyeballsConnector((_, _) => Task.FromResult(new[] { SilentServer.Address }));
        await using var sender = Sender(server.Port, smtp => smtp.TimeoutSeconds = 1, connector: connector);

        var fault = await Assert.ThrowsAsync<MailDeliveryException>(() =>
            sender.SendAsync(
                Guid.CreateVersion7(),
                "ada@example.org",
                "",
                EmailContent(),
                DateTime.UnixEpoch,
                CancellationToken.None
            )
        );

        Assert.Equal(
            (MailFaultKind.Unreachable, $"Nothing answered at localhost, port {server.Port}, within 1 seconds."),
            (fault.Kind, fault.Message)
        );
    }

    [Fact]
    public async Task The_dialogue_shows_how_large_a_message_was_and_not_a_word_of_it()
    {
        using var server = new ScriptedSmtp(_ => null);

        await SendAsync(server.Port, paragraph: "a plan of mine");

        Assert.Matches(@"> \(the message, \d+ bytes\)\n< 250 fine", smtpTranscript.ToString());
        Assert.DoesNotContain("plan of mine", smtpTranscript.ToString(), StringComparison.Ordinal);
        Assert.Contains("a plan of mine", Assert.Single(server.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://compass.example.org/", "EHLO compass.example.org")]
    [InlineData("https://xn--mnchen-3ya.example/", "EHLO xn--mnchen-3ya.example")]
    [InlineData("http://localhost:5080/", "EHLO [127.0.0.1]")]
    [InlineData("http://192.0.2.7/", "EHLO [127.0.0.1]")]
    public async Task The_app_introduces_itself_by_its_name_or_else_by_its_address(string url, string hello)
    {
        using var server = new ScriptedSmtp(_ => null);

        await SendAsync(server.Port, publicUrl: url);

        Assert.Equal(hello, server.Commands.First());
    }

    private object Secure(bool implicitTls = false, string[]? authMethods = null) =>
        new
        {
            implicitTls,
            startTls = !implicitTls,
            authMethods,
            key = certificates.Key,
            cert = certificates.Certificate,
            auth = new { user = "compass", password = SmtpPeer.Password },
        };

    private Task SendAsync(
        SmtpPeer server,
        Action<MailSettings.SmtpSettings>? change = null,
        string to = "ada@example.org",
        string paragraph = "hello",
        string from = "compass@example.org"
    ) => SendAsync(server.Port, change, to, paragraph, from);

    private async Task SendAsync(
        int port,
        Action<MailSettings.SmtpSettings>? change = null,
        string to = "ada@example.org",
        string paragraph = "hello",
        string from = "compass@example.org",
        string publicUrl = "https://compass.example.org/"
    )
    {
        await using var sender = Sender(port, change, from, publicUrl);
        smtpTranscript = sender.Transcript;
        await sender.SendAsync(
            Guid.CreateVersion7(),
            to,
            "",
            EmailContent(paragraph),
            DateTime.UnixEpoch,
            CancellationToken.None
        );
    }

    private static MailSender Sender(
        int port,
        Action<MailSettings.SmtpSettings>? change = null,
        string from = "compass@example.org",
        string publicUrl = "https://compass.example.org/",
        HappyEyeballsConnector? connector = null
    )
    {
        var settings = new MailSettings
        {
            From = from,
            PublicUrl = new Uri(publicUrl),
            Smtp =
            {
                Host = "localhost",
                Port = port,
                StartTls = false,
                TimeoutSeconds = 20,
            },
        };
        change?.Invoke(settings.Smtp);
        settings.Validate();
        var services = new ServiceCollection().BuildServiceProvider();
        return new MailSender(
            settings,
            new MailComposer(settings, services, NullLoggerFactory.Instance),
            connector ?? new HappyEyeballsConnector()
        );
    }

    private static EmailContent EmailContent(string paragraph = "hello") =>
        new("Hello", "Hello,", [paragraph], ("Open", new Uri("https://compass.example.org/")), "");

    private void AssertNoSecret()
    {
        var shown = smtpTranscript.ToString();
        Assert.DoesNotContain(SmtpPeer.Password, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(SmtpPeer.Password)),
            shown,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0compass\0{SmtpPeer.Password}")),
            shown,
            StringComparison.Ordinal
        );
    }
}
