using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SecurityTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory]
    [InlineData("/welcome")]
    [InlineData("/account/sign-in")]
    [InlineData("/error/404")]
    [InlineData("/site.css")]
    [InlineData("/healthz")]
    public async Task Every_answer_carries_the_headers_that_hold_a_page_in(string path)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);

        using var response = await app.Anonymous().GetAsync(path);

        var policy = string.Join(';', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
    }

    [Theory]
    [InlineData("https://localhost", true)]
    [InlineData("http://localhost", false)]
    public async Task Cookies_are_lax_and_secure_under_https(string address, bool secure)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");
        var browser = new Browser(
            app.CreateClient(
                new WebApplicationFactoryClientOptions
                {
                    BaseAddress = new Uri(address),
                    AllowAutoRedirect = false,
                    HandleCookies = false,
                }
            )
        );
        using var form = await browser.GetAsync("/account/sign-in");
        using var signedIn = await browser.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", "ada@example.org"),
            ("Input.Password", "a long password")
        );

        var cookies = form
            .Headers.GetValues("Set-Cookie")
            .Concat(signedIn.Headers.GetValues("Set-Cookie"))
            .Where(cookie => !cookie.Contains("=;"))
            .ToList();

        Assert.Contains(cookies, cookie => cookie.StartsWith("careercompass=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("careercompass.form=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("samesite=lax", cookie);
            Assert.Contains("httponly", cookie);
            Assert.Equal(secure, cookie.Contains("secure"));
        });
    }

    [Fact]
    public async Task The_first_account_alone_is_the_administrator()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var first = await app.RegisterAsync("first@example.org");
        var second = await app.RegisterAsync("second@example.org");

        Assert.Equal(System.Net.HttpStatusCode.OK, (await first.GetAsync("/admin")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await second.GetAsync("/admin")).StatusCode);
    }
}
