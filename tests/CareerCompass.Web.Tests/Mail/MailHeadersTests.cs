using System.Text;
using System.Text.RegularExpressions;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace CareerCompass.Web.Tests.Mail;

/// <summary>Messages are standards-compliant for any name and address.</summary>
public sealed class MailHeadersTests : IDisposable
{
    private const string Address = "ada@example.org";

    private static readonly Gen<string> Pieces = Gen.Frequency(
        (6, Gen.Elements("a", "B", "z", "Maria", "Fernandez", "7", "-", "'", ".")),
        (4, Gen.Elements("ё", "Ж", "Мария", "田", "中花子", "ś", "Wiśniewska", "é", "ß", "ع", "ש", "İ")),
        (2, Gen.Elements("👩‍🚀", "🇩🇪", "😀", "e\u0301", "\u200F", "\u00AD", "\u00A0", "\u3000")),
        (
            2,
            Gen.Elements(
                "\"",
                "\\",
                "<",
                ">",
                "(",
                ")",
                ",",
                ";",
                ":",
                "@",
                "[",
                "]",
                "=",
                "?",
                "_",
                "%",
                "&",
                "=?utf-8?Q?=0A?=",
                "=?utf-8?B?"
            )
        ),
        (
            1,
            Gen.Elements(
                "\r\n",
                "\n",
                "\r",
                "\t",
                "\0",
                "\u001B",
                "\u007F",
                "\u0085",
                "\u2028",
                "\u2029",
                "\uD83D",
                "\uDE00",
                "\uFFFD",
                "\r\nBcc: eve@example.org",
                "\n\n<b>"
            )
        ),
        (5, Gen.Constant(" "))
    );

    private static readonly Gen<string> Names =
        from length in Gen.Choose(0, 60)
        from pieces in Pieces.ArrayOf(length)
        let text = string.Concat(pieces)
        select text.Length > 200 ? text[..200] : text;

    private static readonly Gen<string> Labels =
        from length in Gen.Choose(1, 20)
        from letters in Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789".ToCharArray()).ArrayOf(length)
        select new string(letters);

    private static readonly Gen<string> Addresses =
        from local in Labels.ArrayOf(3)
        from sign in Gen.Elements(".", "+", "-", "_", "'", "=")
        from labels in Labels.ArrayOf(4)
        from other in Gen.Elements("", "", "", "bücher.", "пример.")
        select $"{string.Join(sign, local)}@{other}{string.Join('.', labels)}.org";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("careercompass-mail-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_name_address_and_sender_makes_a_message_that_can_be_read()
    {
        var cases =
            from name in Names
            from to in Addresses
            from sender in Names
            from origin in Addresses
            from subject in Names
            select (name, to, sender, origin, subject);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(cases.ToArbitrary(), one =>
            {
                var raw = Write(
                    one.name,
                    one.to,
                    $"{one.sender.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal)} <{one.origin}>",
                    one.subject
                );
                AssertSound(raw);
                var read = Read(raw);
                Assert.Equal(one.to, Assert.IsType<MailboxAddress>(Assert.Single(read.To)).Address);
                Assert.Equal(one.origin, Assert.IsType<MailboxAddress>(Assert.Single(read.From)).Address);
                Assert.Equal(Shown(one.name), Shown(read.To[0].Name ?? ""));
                Assert.Equal(Shown(one.subject), Shown(read.Subject ?? ""));
                Assert.Empty(read.Cc);
                Assert.Empty(read.Bcc);
            }));
    }

    /// <summary>A real Exim delivered these as raw MIME without a subject.</summary>
    [Theory]
    [InlineData("Maria Fernandez", "maria.fernandez@research.university.example.org")]
    [InlineData("Мария Иванова", Address)]
    [InlineData("田中花子", Address)]
    [InlineData("Katarzyna Wiśniewska-Kowalczyk", Address)]
    [InlineData(
        "Иоганн Вольфганг Амадей фон унд цу Ауэрсперг-Гогенлоэ-Вальденбург-Шиллингсфюрст ",
        "johann.wolfgang@research.university.example.org"
    )]
    [InlineData("Ada\r\nLovelace", Address)]
    [InlineData("\n", Address)]
    public void A_long_or_foreign_name_arrives_whole(string name, string address)
    {
        foreach (
            var sender in new[]
            {
                "CareerCompass <compass@example.org>",
                "Карьерный компас Московского университета <careercompass.reminders@research.university.example.org>",
            }
        )
        {
            var raw = Write(name, address, sender, "Weekly review: 5 March 2027");

            AssertSound(raw);
            var read = Read(raw);
            Assert.Equal(name.Replace("\r\n", " ", StringComparison.Ordinal).Trim(), read.To[0].Name ?? "");
            Assert.Equal(sender.Split(" <")[0], read.From[0].Name);
            Assert.Equal("Weekly review: 5 March 2027", read.Subject);
            Assert.Matches("^text/plain", read.BodyParts.First().ContentType.MimeType);
        }
    }

    [Theory]
    [InlineData("CareerCompass <compass@example.org>", "CareerCompass")]
    [InlineData("compass@example.org", "")]
    [InlineData("<compass@example.org>", "")]
    [InlineData("\"Career, Compass\" <compass@example.org>", "Career, Compass")]
    [InlineData("Career, Compass <compass@example.org>", "Career, Compass")]
    [InlineData("Career \"the\" Compass (beta) <compass@example.org>", "Career \"the\" Compass (beta)")]
    [InlineData("Career\nCompass <compass@example.org>", "Career Compass")]
    [InlineData("Карьера <compass@example.org>", "Карьера")]
    public void A_sender_is_read_as_people_write_it(string setting, string name)
    {
        var from = Assert.IsType<MailboxAddress>(Read(Write("Ada", Address, setting, "Hello")).From[0]);

        Assert.Equal((name, "compass@example.org"), (from.Name ?? "", from.Address));
    }

    [Theory]
    [InlineData("o'hara+tag=x@example.org")]
    [InlineData("ada_lovelace@exa_mple.org")]
    [InlineData("a..b@docomo.example")]
    [InlineData("ada.@docomo.example")]
    [InlineData("\"ada lovelace\"@example.org")]
    [InlineData("ada@[192.0.2.1]")]
    [InlineData("ada@localhost")]
    [InlineData("ADA@Example.ORG")]
    [InlineData("ada/b=c%d@example.org")]
    public void An_address_as_people_have_it_is_kept(string address)
    {
        var raw = Write("Ada", address, "compass@example.org", "Hello");

        AssertSound(raw);
        Assert.Contains($"To: \"Ada\" <{address}>\r\n", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("Compass <>")]
    [InlineData("Compass <compass>")]
    [InlineData("Compass <a@b@c>")]
    [InlineData("one@example.org, two@example.org")]
    public void A_sender_that_is_none_is_refused(string setting) =>
        Assert.Equal(
            $"Mail:From is not an e-mail address: {setting}",
            Assert.Throws<InvalidOperationException>(() => new MailSettings { From = setting }.Validate()).Message
        );

    [Fact]
    public void A_text_in_any_line_endings_has_no_encoded_ones()
    {
        var raw = Write(
            "Ada",
            Address,
            "compass@example.org",
            "Hello",
            "one\ntwo\r\nthree\rfour\u2028five\n\n.\nFrom six"
        );

        AssertSound(raw);
        Assert.DoesNotContain("=0A", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("=0D", raw, StringComparison.Ordinal);
        Assert.Contains(
            "one\ntwo\nthree\nfour\nfive\n\n.\nFrom six\n",
            Read(raw).TextBody!.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    /// <summary>Checks RFC 5322, 2045 and 2047 without the library that wrote the message.</summary>
    private static void AssertSound(string raw)
    {
        Assert.DoesNotMatch("\r(?!\n)|(?<!\r)\n", raw);
        Assert.All(raw, letter => Assert.InRange((int)letter, 9, 126));
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        var head = raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        Assert.All(head.Split("\r\n"), line => Assert.Matches(@"^([A-Za-z-]+:|[ \t]+\S)", line));
        Assert.Matches("^[A-Za-z-]+:", head);
        Assert.All(
            head.Split("\r\n").Where(line => line.Contains("=?utf-8?", StringComparison.OrdinalIgnoreCase)),
            line => Assert.InRange(line.Length, 0, 76)
        );
        foreach (Match word in Regex.Matches(head, @"=\?utf-8\?([bq])\?([^?\s]*)\?=", RegexOptions.IgnoreCase))
        {
            Assert.InRange(word.Length, 0, 75);
            AssertWholeLetters(word.Groups[1].Value, word.Groups[2].Value);
        }

        foreach (
            var header in new[]
            {
                "From",
                "To",
                "Subject",
                "Date",
                "Message-Id",
                "MIME-Version",
                "Content-Type",
                "Auto-Submitted",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
            }
        )
        {
            Assert.Single(Regex.Matches(head, $"^{header}:", RegexOptions.Multiline | RegexOptions.IgnoreCase));
        }

        Assert.DoesNotMatch("(?im)^(Bcc|Cc):", head);
    }

    private static void AssertWholeLetters(string encoding, string text)
    {
        var bytes = encoding is "b" or "B"
            ? Convert.FromBase64String(text)
            :
            [
                .. Regex
                    .Matches(text, "=[0-9A-F]{2}|.")
                    .Select(match =>
                        match.Value[0] == '=' ? Convert.ToByte(match.Value[1..], 16) : (byte)match.Value[0]
                    ),
            ];
        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
    }

    /// <summary>Without control characters and spaces, which programs display differently.</summary>
    private static string Shown(string text) => Regex.Replace(string.Concat(text.EnumerateRunes()), @"[\p{Cc}\s]", "");

    private static MimeMessage Read(string raw) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(raw)));

    private string Write(string name, string to, string from, string subject, string paragraph = "hello")
    {
        var settings = new MailSettings
        {
            From = from,
            PublicUrl = new Uri("https://compass.example.org/"),
            Folder = folder.FullName,
        };
        settings.Validate();
        var services = new ServiceCollection().BuildServiceProvider();
        var sender = new MailSender(
            settings,
            new MailComposer(settings, services, NullLoggerFactory.Instance),
            new HappyEyeballsConnector()
        );
        var emailContent = new EmailContent(
            subject,
            "Hello,",
            [paragraph],
            ("Open", settings.PublicUrl),
            "",
            ("Off", new Uri($"https://compass.example.org/unsubscribe/{new string('x', 200)}"))
        );
        var file = sender
            .SendAsync(Guid.CreateVersion7(), to, name, emailContent, DateTime.UnixEpoch, CancellationToken.None)
            .GetAwaiter()
            .GetResult()!;
        var raw = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        File.Delete(file);
        return raw;
    }
}
