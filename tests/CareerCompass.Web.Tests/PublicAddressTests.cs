using System.Text.Json;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://compass.example.org", "https://compass.example.org/")]
    [InlineData(" https://compass.example.org/ ", "https://compass.example.org/")]
    [InlineData("HTTPS://Compass.Example.ORG/Plan", "https://compass.example.org/Plan/")]
    [InlineData("https://example.org/plan/compass//", "https://example.org/plan/compass/")]
    [InlineData("https://example.org//plan", "https://example.org/plan/")]
    [InlineData("https://example.org/x/../plan", "https://example.org/plan/")]
    [InlineData("https://example.org/%70lan/%7Eada", "https://example.org/plan/~ada/")]
    [InlineData("https://example.org/a+b", "https://example.org/a+b/")]
    [InlineData("https://example.org/a%2Bb", "https://example.org/a+b/")]
    [InlineData("https://example.org:443/", "https://example.org/")]
    [InlineData("http://example.org:80/", "http://example.org/")]
    [InlineData("https://example.org:8443/plan", "https://example.org:8443/plan/")]
    [InlineData("https://example.org./plan", "https://example.org/plan/")]
    [InlineData("https://münchen.example/", "https://xn--mnchen-3ya.example/")]
    [InlineData("https://xn--mnchen-3ya.example/", "https://xn--mnchen-3ya.example/")]
    [InlineData("https://карьера.example:8443/plan", "https://xn--80aaos5ab6f.example:8443/plan/")]
    [InlineData("http://192.0.2.7:5080", "http://192.0.2.7:5080/")]
    [InlineData("http://[2001:db8::7]:5080/plan", "http://[2001:db8::7]:5080/plan/")]
    public void It_is_written_as_browsers_write_it(string setting, string url)
    {
        var parsed = PublicUrlParser.Parse(setting);

        Assert.Equal((url, url), (parsed.AbsoluteUri, parsed.ToString()));
        Assert.All(parsed.AbsoluteUri, letter => Assert.True(char.IsAscii(letter)));
        Assert.Equal(url + "account/reset/abc", new Uri(parsed, "account/reset/abc").AbsoluteUri);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("compass")]
    [InlineData("compass.example.org")]
    [InlineData("//compass.example.org")]
    [InlineData("ftp://compass.example.org")]
    [InlineData("https://")]
    [InlineData("https:///plan")]
    [InlineData("http://+:5080")]
    [InlineData("http://*:5080")]
    [InlineData("https://a b.example.org")]
    [InlineData("https://compass.example.org:99999")]
    [InlineData("https://host/plan?x=1")]
    [InlineData("https://host/plan?")]
    [InlineData("https://host/plan#top")]
    [InlineData("https://ada:secret@host/plan")]
    [InlineData("https://host/käse")]
    [InlineData("https://host/k%C3%A4se")]
    [InlineData("https://host/карьера")]
    [InlineData("https://host/a%20b")]
    [InlineData("https://host/a b")]
    [InlineData("https://host/a%2Fb")]
    [InlineData("https://host/a%252Fb")]
    [InlineData("https://host/100%")]
    [InlineData("https://host/a;b")]
    [InlineData("https://host/a%0Ab")]
    public async Task What_no_link_can_start_with_is_refused_at_start_in_a_sentence(string? setting)
    {
        Assert.StartsWith(
            "App:PublicUrl ",
            Assert.Throws<InvalidOperationException>(() => PublicUrlParser.Parse(setting)).Message,
            StringComparison.Ordinal
        );

        if (setting is "https://host/plan?x=1" or "https://host/käse")
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                TestApp.StartAsync(settings: ("App:PublicUrl", setting))
            );
        }
    }

    [Theory]
    [InlineData("https://münchen.example/plan", "https://xn--mnchen-3ya.example", "/plan")]
    [InlineData("https://example.org:8443/a+b", "https://example.org:8443", "/a+b")]
    public async Task Links_redirects_and_passkeys_lead_back_to_it(string setting, string origin, string path)
    {
        await using var app = await TestApp.StartAsync(settings: ("App:PublicUrl", setting));
        var ada = await app.RegisterAsync("ada@example.org");

        using var set = await ada.PostFormAsync(
            $"{path}/goals/new",
            ("Input.Title", "Lead a team"),
            ("Input.Target", "2027-12-01")
        );
        Assert.StartsWith($"{path}/goals/", set.Headers.Location!.OriginalString, StringComparison.Ordinal);

        using var options = await ada.PostAsync(
            $"{path}/settings/security/passkeys/options",
            (Browser.TokenField, await ada.TokenAsync($"{path}/settings/security/passkeys/new"))
        );
        var site = JsonDocument
            .Parse(await options.Content.ReadAsStringAsync())
            .RootElement.GetProperty("rp")
            .GetProperty("id")
            .GetString();
        Assert.Equal(new Uri(origin).Host, site);

        app.Clock.Now = new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);
        await app.RunAsync(RecurringJob.Reviews);
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        var mail = Eml.Read(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(app.MailFolder))));
        var off = mail.Header("List-Unsubscribe").Trim('<', '>');
        Assert.StartsWith($"{origin}{path}/unsubscribe/", off, StringComparison.Ordinal);
        Assert.Contains($"{origin}{path}/reviews/", mail.Text, StringComparison.Ordinal);
        Assert.NotNull((await app.Anonymous().ReadAsync(new Uri(off).AbsolutePath)).QuerySelector("main form"));

        var told = await CommandLine.RunAsync(app, "reset-password", "ada@example.org");
        Assert.Matches(
            $"^{System.Text.RegularExpressions.Regex.Escape(origin + path)}/account/reset/[A-Za-z0-9_-]+\n$",
            told.Output
        );
    }

    [Fact]
    public void The_sentence_says_what_to_write_instead()
    {
        Assert.Equal(
            "App:PublicUrl cannot be used for links: https://host/plan?x=1. It must end before the ? or #, as in "
                + "https://host/plan",
            Assert.Throws<InvalidOperationException>(() => PublicUrlParser.Parse("https://host/plan?x=1")).Message
        );
        Assert.EndsWith(
            "Did you mean https://compass.example.org?",
            Assert.Throws<InvalidOperationException>(() => PublicUrlParser.Parse("compass.example.org")).Message,
            StringComparison.Ordinal
        );
    }
}
