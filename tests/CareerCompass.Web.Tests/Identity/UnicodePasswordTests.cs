using System.Net;
using System.Text;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Identity;

public sealed class UnicodePasswordTests(TestApps apps) : IClassFixture<TestApps>
{
    private const string Composed = "\u00c9lodie au caf\u00e9 12";
    private const string FullWidth = "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44\u3000\uff11\uff12\uff13";

    public static readonly TheoryData<string, string> Keyboards = new()
    {
        { Composed, Composed.Normalize(NormalizationForm.FormD) },
        { Composed.Normalize(NormalizationForm.FormD), Composed },
        { FullWidth, "password 123" },
        { "password 123", FullWidth },
        { "no-break\u00a0space", "no-break space" },
        {
            "\ud55c\uae00 \ube44\ubc00\ubc88\ud638 \uae38\uac8c",
            "\ud55c\uae00 \ube44\ubc00\ubc88\ud638 \uae38\uac8c".Normalize(NormalizationForm.FormD)
        },
    };

    [Theory, MemberData(nameof(Keyboards))]
    public async Task A_password_set_on_one_keyboard_signs_in_and_proves_on_another(string set, string typed)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("first@example.org");
        using var registered = await app.Anonymous()
            .PostFormAsync(
                "/account/register",
                ("Input.Name", "Ada"),
                ("Input.Email", "ada@example.org"),
                ("Input.Password", set),
                ("Input.Zone", "UTC")
            );
        Assert.Equal("/setup", registered.Headers.Location?.OriginalString);

        var person = await EnterAsync(app, typed);
        await person.PostFormAsync("/settings/email", ("Input.Email", "ada@new.example"), ("Input.Proof", typed));
        Assert.NotNull((await person.ReadAsync("/settings/email")).QuerySelector("#pending"));
        using var changed = await person.PostFormAsync(
            "/settings/password",
            ("Input.Current", typed),
            ("Input.Password", set + "!")
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        person = await EnterAsync(app, typed + "!");
        using var deleted = await person.PostFormAsync("/settings/delete", ("Input.Password", typed + "!"));
        Assert.Equal("/welcome", deleted.Headers.Location?.OriginalString);
    }

    [Theory, MemberData(nameof(Keyboards))]
    public async Task A_password_set_by_a_link_signs_in_on_another_keyboard(string set, string typed)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");
        await app.Anonymous().PostFormAsync("/account/forgot", ("Input.Email", "ada@example.org"));
        await app.RunAsync(RecurringJob.Delivery);
        var text = Eml.Read(await File.ReadAllTextAsync(Directory.GetFiles(app.MailFolder).Single())).Text;
        var link = text[text.IndexOf("/account/reset/", StringComparison.Ordinal)..].Split('\n')[0];

        await app.Anonymous().PostFormAsync(link, ("Input.Password", set));

        await EnterAsync(app, typed);
    }

    [Theory]
    [InlineData(NormalizationForm.FormD)]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormKC)]
    public async Task A_hash_from_before_works_and_is_made_again_without_signing_others_out(NormalizationForm stored)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var there = await app.RegisterAsync("ada@example.org");
        var password = Composed + FullWidth;
        var before = new PasswordHasher<AppUser>().HashPassword(new AppUser(), password.Normalize(stored));
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, before))
        );

        await EnterAsync(app, password.Normalize(NormalizationForm.FormC));

        var after = await app.WithDbAsync(Guid.Empty, db => db.Users.Select(user => user.PasswordHash!).SingleAsync());
        Assert.NotEqual(
            PasswordVerificationResult.Failed,
            new PasswordHasher<AppUser>().VerifyHashedPassword(
                new AppUser(),
                after,
                password.Normalize(NormalizationForm.FormKC)
            )
        );
        await EnterAsync(app, password.Normalize(NormalizationForm.FormD));
        app.Clock.Now += TimeSpan.FromHours(1); // past the interval after which the cookie is revalidated
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/settings")).StatusCode);
    }

    [Fact]
    public async Task A_password_is_as_long_as_its_letters_are_many()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.RegisterAsync("ada@example.org");

        using var response = await person.PostFormAsync(
            "/settings/password",
            ("Input.Current", "a long password"),
            ("Input.Password", "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9".Normalize(NormalizationForm.FormD))
        );

        Assert.NotNull((await Browser.ReadAsync(response)).QuerySelector("#Input_Password-error"));
    }

    private static async Task<Browser> EnterAsync(TestApp app, string password)
    {
        var browser = app.Anonymous();
        using var response = await browser.PostFormAsync(
            "/account/sign-in",
            ("Input.Email", "ada@example.org"),
            ("Input.Password", password)
        );
        Assert.Equal("/", response.Headers.Location?.OriginalString);
        return browser;
    }
}
