using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class FirstStartTests
{
    private static readonly (string, string) NoneChosen = ("Setup:Code", "");

    [Theory]
    [InlineData("/")]
    [InlineData("/welcome")]
    [InlineData("/account/sign-in")]
    [InlineData("/goals")]
    [InlineData("/admin")]
    [InlineData("/invite/unknown")]
    public async Task While_nobody_has_an_account_every_page_leads_to_the_one_that_opens_the_first(string path)
    {
        await using var app = await TestApp.StartAsync(settings: NoneChosen);

        using var first = await app.Anonymous().GetAsync(path);
        await app.OpenAccountAsync("ada@example.org");
        using var later = await app.Anonymous().GetAsync(path);

        Assert.Equal(path == "/invite/unknown" ? null : "/account/register", first.Headers.Location?.OriginalString);
        Assert.NotEqual("/account/register", later.Headers.Location?.OriginalString);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_account_takes_the_code_from_the_log_and_the_code_is_gone_after_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(
            database,
            settings: [NoneChosen, ("App:PublicUrl", "https://compass.example.org/app")]
        );
        var code = CodeIn(app);
        Assert.Contains(app.Log.Lines, line =>
            line.Contains("Open https://compass.example.org/app/account/register", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(await SampleData.DumpAsync(app), row =>
            row.Contains(code, StringComparison.OrdinalIgnoreCase)
        );

        foreach (var wrong in new[] { null, "", "XXXX-XXXX-XXXX-XXXX", code[..^1], code + "A" })
        {
            var refused = await Browser.ReadAsync(await OpenAsync(app, wrong));
            Assert.Contains(
                "Incorrect code",
                refused.QuerySelector("#Input_Code-error")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Equal("ada@example.org", refused.QuerySelector("#Input_Email")!.GetAttribute("value"));
        }

        using var opened = await OpenAsync(app, $" {code.ToLowerInvariant().Replace('-', ' ')} ");
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var facts = await app.WithDbAsync(Guid.Empty, async db =>
            (Codes: await db.ServerValues.CountAsync(), Admins: await db.Users.CountAsync(user => user.IsAdmin))
        );
        Assert.Equal((0, 1), facts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_that_one_instance_printed_is_accepted_by_another_until_a_later_start_replaces_it(
        TestDatabase database
    )
    {
        await using var one = await TestApp.StartAsync(database, settings: NoneChosen);
        await using var other = one.Twin();
        Assert.NotEqual(CodeIn(one), CodeIn(other));

        await one.WithDbAsync(Guid.Empty, db =>
            db.ServerValues.ExecuteUpdateAsync(set => set.SetProperty(fact => fact.SetAt, TestApp.Start.AddMinutes(-3)))
        );
        await using var restarted = one.Twin();
        using var old = await OpenAsync(one, CodeIn(one));
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);

        using var opened = await OpenAsync(one, CodeIn(restarted));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
    }

    [Fact]
    public async Task A_code_of_ones_own_is_not_told_by_the_log()
    {
        await using var app = await TestApp.StartAsync(settings: ("Setup:Code", "my own-set-up code"));

        Assert.Contains(app.Log.Lines, line => line.Contains("Setup:Code", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("my own", StringComparison.Ordinal));
        using var opened = await OpenAsync(app, "MY OWN SET UP CODE");
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
    }

    [Fact]
    public async Task A_code_that_is_too_short_is_refused_at_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestApp.StartAsync(settings: ("Setup:Code", "short - code"))
        );
        Assert.Contains("Setup:Code", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_last_account_of_all_is_deleted_there_is_a_code_again()
    {
        await using var app = await TestApp.StartAsync(settings: NoneChosen);
        var code = CodeIn(app);
        var ada = await app.RegisterAsync("ada@example.org");
        using var deleted = await ada.PostFormAsync("/settings/delete", ("Input.Password", "a long password"));

        using var old = await OpenAsync(app, code);
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        using var opened = await OpenAsync(app, CodeIn(app));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
    }

    [Fact]
    public async Task In_Development_no_code_is_asked_for()
    {
        await using var app = await TestApp.StartAsync(environment: "Development", settings: NoneChosen);

        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Set-up code", StringComparison.Ordinal));
        var welcome = await app.Anonymous().ReadAsync("/welcome");
        Assert.NotNull(welcome.QuerySelector("a[href='/account/register']"));
        Assert.Null((await app.Anonymous().ReadAsync("/account/register")).QuerySelector("#Input_Code"));
        using var opened = await OpenAsync(app, null);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
    }

    private static string CodeIn(TestApp app) =>
        app
            .Log.Lines.Select(line => Regex.Match(line, "Set-up code: ([A-Z2-9]{4}(-[A-Z2-9]{4}){3}) "))
            .Last(match => match.Success)
            .Groups[1]
            .Value;

    private static Task<HttpResponseMessage> OpenAsync(TestApp app, string? code) =>
        app.Anonymous()
            .PostFormAsync(
                "/account/register",
                ("Input.Code", code),
                ("Input.Name", "Ada"),
                ("Input.Email", "ada@example.org"),
                ("Input.Password", "a long password"),
                ("Input.Zone", "UTC")
            );
}
