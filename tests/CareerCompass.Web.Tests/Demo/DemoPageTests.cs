using System.Net;
using CareerCompass.Web.Demo;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Demo;

public sealed class DemoPageTests
{
    [Fact]
    public async Task One_click_enters_the_demo_account_which_starts_afresh_every_day()
    {
        await using var app = await TestApp.StartAsync(environment: "Development");
        var browser = app.Anonymous();
        using var entered = await browser.PostFormAsync("/welcome");
        Assert.Equal("/", entered.Headers.Location?.OriginalString);
        var today = await browser.ReadAsync("/");
        Assert.Contains("Lead a team of my own", today.Body!.TextContent, StringComparison.Ordinal);

        var first = await DemoAsync(app);
        using (await app.Anonymous().PostFormAsync("/welcome"))
        {
            Assert.Equal(first.Id, (await DemoAsync(app)).Id);
        }

        app.Clock.Now = app.Clock.Now.AddDays(1);
        using var again = await app.Anonymous().PostFormAsync("/welcome");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var second = await DemoAsync(app);
        Assert.NotEqual(first.Id, second.Id);
        Assert.False(second.IsAdmin);
        Assert.Equal(
            7,
            await app.WithDbAsync(second.Id, db => db.Goals.IgnoreQueryFilters([QueryFilters.Owner]).CountAsync())
        );
    }

    [Fact]
    public async Task Clicks_at_the_same_moment_make_one_account()
    {
        await using var app = await TestApp.StartAsync(environment: "Development");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Anonymous().PostFormAsync("/welcome")));
        Assert.All(answers, answer => Assert.Equal("/", answer.Headers.Location?.OriginalString));
        await DemoAsync(app);
    }

    [Fact]
    public async Task The_address_alone_shows_the_landing_page()
    {
        await using var app = await TestApp.StartAsync(environment: "Development");
        using var answer = await app.Anonymous().GetAsync("/demo");
        Assert.Equal("/welcome", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task In_production_there_is_no_demo()
    {
        await using var app = await TestApp.StartAsync();
        await app.OpenAccountAsync("first@example.org"); // without an account everything redirects to registration
        var browser = app.Anonymous();
        using var got = await browser.GetAsync("/demo");
        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        using var bare = await browser.PostAsync("/demo");
        Assert.Equal(HttpStatusCode.NotFound, bare.StatusCode);
        var token = await browser.TokenAsync("/account/sign-in");
        using var posted = await browser.PostAsync("/demo", (Browser.TokenField, token));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.DoesNotContain("/demo", (await browser.ReadAsync("/welcome")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.False(await app.WithDbAsync(Guid.Empty, db => db.Users.AnyAsync(user => user.IsDemo)));
    }

    private static Task<AppUser> DemoAsync(TestApp app) =>
        app.WithDbAsync(Guid.Empty, db =>
            db.Users.AsNoTracking().SingleAsync(user => user.IsDemo && user.Email == DemoData.Email)
        );
}
