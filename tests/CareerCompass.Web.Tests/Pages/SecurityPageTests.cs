using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SecurityPageTests(TestApps apps) : IClassFixture<TestApps>
{
    private const string Password = "a long password";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task Sessions_are_listed_and_one_or_all_others_are_ended()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var here = await app.RegisterAsync("ada@example.org");
        var others = new[]
        {
            await app.SignInAsync(here.PersonId),
            await app.SignInAsync(here.PersonId),
            await app.SignInAsync(here.PersonId),
        };
        var page = await here.ReadAsync("/settings/security");
        Assert.Equal(4, page.QuerySelectorAll("section:has(#sessions) .lines li").Length);
        Assert.Single(page.QuerySelectorAll("section:has(#sessions) .lines .badge"));

        var end = page.QuerySelector("section:has(#sessions) li button")!.GetAttribute("formaction")!;
        await here.PostAsync(end, (Browser.TokenField, await here.TokenAsync("/help")));
        Assert.Equal(2, await CountAsync(others));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await here.PostAsync(end, (Browser.TokenField, await here.TokenAsync("/help")))).StatusCode
        );

        await here.PostAsync(
            "/settings/security/sessions/end-others",
            (Browser.TokenField, await here.TokenAsync("/help"))
        );
        Assert.Equal((0, 1), (await CountAsync(others), await CountAsync(here)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_device_never_seen_with_the_account_is_told_of_once_but_not_the_very_first(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var id = await app.OpenAccountAsync("ada@example.org", "Europe/Berlin");
        var known = app.Anonymous();
        await SignInAsync(known);
        await SignOutAsync(known);
        await SignInAsync(known);
        Assert.Equal(0, await app.RunAsync(RecurringJob.Delivery));

        var strange = app.Anonymous();
        await SignInAsync(strange, Firefox);
        await SignOutAsync(strange);
        await SignInAsync(strange, Firefox);
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        var mail = Eml.Read(await File.ReadAllTextAsync(Directory.GetFiles(app.MailFolder).Single()));
        Assert.Equal("A new device signed in to your account", mail.Header("Subject"));
        Assert.Contains("Firefox on Linux, on Wed 3 March 2027, 11:00", mail.Text, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/account/forgot", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await CallsAsync(app, id));
    }

    [Fact]
    public async Task A_changed_password_is_told_of_once()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");

        await person.PostFormAsync(
            "/settings/password",
            ("Input.Current", Password),
            ("Input.Password", "another long one")
        );

        Assert.Equal([CredentialChange.Password], await CallsAsync(app, person.PersonId));
        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));
        var mail = Eml.Read(await File.ReadAllTextAsync(Directory.GetFiles(app.MailFolder).Single()));
        Assert.Equal("Your password was changed", mail.Header("Subject"));
        Assert.Contains("Unknown device, on Wed 3 March 2027, 10:00", mail.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_authenticator_app_is_set_up_asked_for_and_turned_off(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.RegisterAsync("ada@example.org");
        var (key, codes) = await TurnOnAsync(app, person);
        Assert.Equal(Authenticator.RecoveryCodeCount, codes.Count);
        Assert.DoesNotContain(
            codes[0],
            string.Join('\n', await SampleData.DumpAsync(app)),
            StringComparison.OrdinalIgnoreCase
        );

        // Each code works once, including the one that turned it on
        var other = app.Anonymous();
        var step = await SignInAsync(other);
        Assert.Equal("/account/second-step", step);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/settings")).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await CodeAsync(other, TotpTokenProvider.ComputeCode(key, app.Clock.Now))).StatusCode
        );
        app.Clock.Now += TimeSpan.FromSeconds(30);
        var thief = other.Copy();
        Assert.Equal(
            "/",
            (await CodeAsync(other, TotpTokenProvider.ComputeCode(key, app.Clock.Now))).Headers.Location!.OriginalString
        );
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/settings")).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await CodeAsync(thief, TotpTokenProvider.ComputeCode(key, app.Clock.Now))).StatusCode
        );
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/settings")).StatusCode);

        var refused = await Browser.ReadAsync(
            await person.PostFormAsync("/settings/security/authenticator/off", ("Input.Proof", "wrong"))
        );
        Assert.NotNull(refused.QuerySelector("#Input_Proof-error"));
        await person.PostFormAsync("/settings/security/authenticator/off", ("Input.Proof", Password));
        Assert.Equal("/", await SignInAsync(app.Anonymous()));
        Assert.Equal(
            [CredentialChange.AuthenticatorOn, CredentialChange.AuthenticatorOff],
            await CallsAsync(app, person.PersonId)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_recovery_code_opens_once_however_it_is_typed_and_renewing_ends_the_old_ones(
        TestDatabase database
    )
    {
        var app = await apps.OnAsync(database);
        var person = await app.RegisterAsync("ada@example.org");
        var (key, codes) = await TurnOnAsync(app, person);

        var other = app.Anonymous();
        await SignInAsync(other);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await RecoverAsync(other, codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))
            ).StatusCode
        );
        Assert.Contains(
            "9 are left",
            (await other.ReadAsync("/help")).QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );
        var again = app.Anonymous();
        await SignInAsync(again);
        Assert.Equal(HttpStatusCode.OK, (await RecoverAsync(again, codes[0])).StatusCode);

        app.Clock.Now += TimeSpan.FromSeconds(30);
        var renewed = CodesOn(
            await Browser.ReadAsync(
                await person.PostFormAsync(
                    "/settings/security/recovery-codes",
                    ("Input.Proof", TotpTokenProvider.ComputeCode(key, app.Clock.Now))
                )
            )
        );
        Assert.Equal(HttpStatusCode.OK, (await RecoverAsync(again, codes[1])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await RecoverAsync(again, renewed[0])).StatusCode);
        Assert.Equal(
            [
                CredentialChange.AuthenticatorOn,
                CredentialChange.RecoveryCodeUsed,
                CredentialChange.RecoveryCodes,
                CredentialChange.RecoveryCodeUsed,
            ],
            await CallsAsync(app, person.PersonId)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_recovery_code_proves_once_who_turns_the_app_off(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.RegisterAsync("ada@example.org");
        var (_, codes) = await TurnOnAsync(app, person);

        using var renewed = await person.PostFormAsync(
            "/settings/security/recovery-codes",
            ("Input.Proof", codes[0].ToLowerInvariant())
        );
        var fresh = CodesOn(await Browser.ReadAsync(renewed));
        using var spent = await person.PostFormAsync("/settings/security/authenticator/off", ("Input.Proof", codes[1]));
        Assert.NotNull((await Browser.ReadAsync(spent)).QuerySelector("#Input_Proof-error"));
        using var off = await person.PostFormAsync(
            "/settings/security/authenticator/off",
            ("Input.Proof", fresh[0].Replace("-", "", StringComparison.Ordinal))
        );

        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Equal("/", await SignInAsync(app.Anonymous()));
    }

    [Theory]
    [InlineData("Input.Code", "000000")]
    [InlineData("Input.Recovery", "AAAAA-AAAAA")]
    public async Task Five_wrong_codes_give_the_account_a_rest(string field, string code)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        var (key, _) = await TurnOnAsync(app, person);
        var guesser = app.Anonymous();
        await SignInAsync(guesser);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal(
                HttpStatusCode.OK,
                (await guesser.PostFormAsync("/account/second-step", (field, code))).StatusCode
            );
        }

        app.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Contains(
            "locked for",
            (await Browser.ReadAsync(await CodeAsync(guesser, TotpTokenProvider.ComputeCode(key, app.Clock.Now))))
                .QuerySelector(".problems")!
                .TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_second_step_needs_the_first()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");

        Assert.Equal(
            "/account/sign-in",
            (await app.Anonymous().GetAsync("/account/second-step")).Headers.Location!.OriginalString
        );
    }

    [Theory] // RFC 6238, appendix B, the last six digits
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long second, string code) =>
        Assert.Equal(
            code,
            TotpTokenProvider.ComputeCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTime.UnixEpoch.AddSeconds(second))
        );

    [Fact]
    public async Task A_passkey_is_renamed_and_removed_but_not_the_last_way_in()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");
        var address =
            $"/settings/security/passkeys/{(await SampleData.ArrangeAsync(app, person.PersonId)).IdOf("PasskeyId")}";

        await person.PostFormAsync(address, ("Input.Name", "Phone"));
        Assert.Contains(
            "Phone",
            (await person.ReadAsync("/settings/security")).QuerySelector("section:has(#passkeys)")!.TextContent,
            StringComparison.Ordinal
        );

        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, (string?)null))
        );
        await RemoveAsync();
        Assert.Contains(
            "only way to sign in to your account",
            (await person.ReadAsync(address)).QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );

        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "some"))
        );
        await RemoveAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(address)).StatusCode);
        Assert.Equal([CredentialChange.PasskeyRemoved], await CallsAsync(app, person.PersonId));

        async Task RemoveAsync() =>
            await person.PostAsync(address + "/remove", (Browser.TokenField, await person.TokenAsync("/help")));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData(
        """{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA"}}"""
    )]
    public async Task What_is_no_passkey_opens_nothing(string credential)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");
        var stranger = app.Anonymous();
        var token = await stranger.TokenAsync("/account/sign-in");
        foreach (var asked in new[] { false, true })
        {
            if (asked)
            {
                using var options = await stranger.PostAsync("/account/passkey/options", (Browser.TokenField, token));
                Assert.Contains(
                    "\"rpId\":\"localhost\"",
                    await options.Content.ReadAsStringAsync(),
                    StringComparison.Ordinal
                );
            }

            using var response = await stranger.PostAsync(
                "/account/passkey",
                (Browser.TokenField, token),
                ("Input.Credential", credential)
            );
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotNull((await Browser.ReadAsync(response)).QuerySelector(".problems"));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/settings")).StatusCode);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(TestApp app, Browser person)
    {
        var page = await person.ReadAsync("/settings/security/authenticator");
        var key = page.QuerySelector("#Input_Key")!.GetAttribute("value")!;
        Assert.Equal(key, page.QuerySelector(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var wrong = await Browser.ReadAsync(
            await person.PostFormAsync("/settings/security/authenticator", ("Input.Key", key), ("Input.Code", "12345"))
        );
        Assert.Equal(key, wrong.QuerySelector("#Input_Key")!.GetAttribute("value"));
        Assert.NotNull(wrong.QuerySelector("#Input_Code-error"));
        using var done = await person.PostFormAsync(
            "/settings/security/authenticator",
            ("Input.Key", key),
            ("Input.Code", TotpTokenProvider.ComputeCode(key, app.Clock.Now))
        );
        return (key, CodesOn(await Browser.ReadAsync(done)));
    }

    private static List<string> CodesOn(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#codes code").Select(code => code.TextContent)];

    private static Task<HttpResponseMessage> CodeAsync(Browser browser, string code) =>
        browser.PostFormAsync("/account/second-step", ("Input.Code", code));

    private static Task<HttpResponseMessage> RecoverAsync(Browser browser, string code) =>
        browser.PostFormAsync("/account/second-step", ("Input.Recovery", code));

    private static async Task<string?> SignInAsync(Browser browser, string? userAgent = null)
    {
        browser.Client.DefaultRequestHeaders.Remove("User-Agent");
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent ?? "");
        using var response = await browser.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", "ada@example.org"),
            ("Input.Password", Password)
        );
        return response.Headers.Location?.OriginalString;
    }

    private static async Task SignOutAsync(Browser browser) =>
        await browser.PostAsync("/account/sign-out", (Browser.TokenField, await browser.TokenAsync("/help")));

    private static async Task<int> CountAsync(params Browser[] browsers)
    {
        var alive = 0;
        foreach (var browser in browsers)
        {
            alive += (await browser.GetAsync("/settings")).StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        return alive;
    }

    private static Task<List<CredentialChange>> CallsAsync(TestApp app, Guid id) =>
        app.WithDbAsync(id, async db =>
            (
                await db
                    .OutboxMessages.Where(outboxMessage => outboxMessage.Kind == OutboxMessageKind.CredentialsChanged)
                    .OrderBy(outboxMessage => outboxMessage.Id)
                    .Select(outboxMessage => outboxMessage.Detail)
                    .ToListAsync()
            )
                .Select(detail => CredentialChanges.FromDetail(detail).Change)
                .ToList()
        );
}
