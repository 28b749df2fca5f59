using CareerCompass.Web.Identity;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Identity;

/// <summary>
/// Providers reassign addresses, so a person may have another's former address. They must never get into that account.
/// </summary>
public sealed class OidcTakeoverTests : IAsyncLifetime
{
    private const string Address = "ada@example.org";

    private FakeOidcProvider provider = null!;
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        provider = await FakeOidcProvider.StartAsync();
        app = await TestApp.StartAsync(
            settings:
            [
                ("App:PublicUrl", OidcPeer.PublicUrl),
                ("Oidc:Authority", provider.Authority),
                ("Oidc:ClientId", "compass"),
                ("Oidc:Name", "Beacon"),
                ("Oidc:LinkByVerifiedEmail", "true"),
                ("Oidc:Register", "true"),
            ]
        );
        await app.OpenAccountAsync("first@example.org");
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Theory]
    [InlineData("u1", "u2")]
    [InlineData("u2", "u1")]
    public async Task An_account_linked_by_its_address_is_not_opened_by_another_subject_with_that_address(
        string first,
        string second
    )
    {
        var account = await ConfirmedAsync(Address);
        await EntersAsync(first, Address);

        await IsRefusedAsync(second, Address);

        await EntersAsync(first, Address);
        await HasOneSignInAsync(account);
    }

    [Theory]
    [InlineData("u1", "u2")]
    [InlineData("u2", "u1")]
    public async Task An_account_opened_through_the_provider_is_not_opened_by_another_subject_with_its_address(
        string first,
        string second
    )
    {
        var account = await RegisterAsync(first, Address);

        await IsRefusedAsync(second, Address);

        await EntersAsync(first, "renamed@example.org");
        await HasOneSignInAsync(account);
    }

    [Theory]
    [InlineData("u1", "u2")]
    [InlineData("u2", "u1")]
    public async Task An_account_opened_by_invitation_is_not_opened_by_another_subject_with_its_address(
        string first,
        string second
    )
    {
        var account = await InviteAsync(Address);
        await EntersAsync(first, Address);

        await IsRefusedAsync(second, Address);
        await HasOneSignInAsync(account);
    }

    [Theory]
    [InlineData("u1", "u2")]
    [InlineData("u2", "u1")]
    public async Task An_account_linked_from_the_settings_is_not_opened_by_another_subject_with_its_address(
        string first,
        string second
    )
    {
        var account = await ConfirmedAsync(Address);
        await LinkAsync(await app.SignInAsync(account), first, "elsewhere@example.org");

        await IsRefusedAsync(second, Address);
        await HasOneSignInAsync(account);
    }

    [Fact]
    public async Task A_stranger_who_opened_the_account_with_an_unconfirmed_address_does_not_share_it_with_the_addresss_owner()
    {
        var account = await RegisterAsync("eve", Address, verified: false);
        await ConfirmAsync(account);

        await IsRefusedAsync("ada", Address);
        await HasOneSignInAsync(account);
    }

    [Fact]
    public async Task A_person_who_is_signed_in_cannot_link_a_second_subject_until_the_first_is_unlinked()
    {
        var account = await ConfirmedAsync(Address);
        var browser = await app.SignInAsync(account);
        var token = await browser.TokenAsync("/settings/linked");
        await LinkAsync(browser, "u1", Address);

        // The button is gone, but its address still responds
        using var left = await browser.PostAsync("/settings/linked/add", (Browser.TokenField, token));
        using var back = await provider.AnswerAsync(browser, left, app.Clock.Now, "u2", Address);
        using var refused = await browser.GetAsync(back.Headers.Location!.OriginalString);

        Assert.Contains("already linked to another account at Beacon", await browser.ProblemAsync(refused));
        await HasOneSignInAsync(account);
        await IsRefusedAsync("u2", Address);
    }

    [Fact]
    public async Task Two_subjects_that_are_linked_at_the_same_moment_do_not_both_get_in()
    {
        var account = await ConfirmedAsync(Address);
        await using var one = app.Services.CreateAsyncScope();
        await using var other = app.Services.CreateAsyncScope();
        var user = await FindAsync(one);
        var same = await FindAsync(other);

        await LinkAsync(one, user, "u1");
        await LinkAsync(other, same, "u2");

        // Nothing of the second link may be saved later in the same request
        await other.ServiceProvider.GetRequiredService<CompassDb>().SaveChangesAsync();
        await HasOneSignInAsync(account);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("UPPER")]
    public async Task Another_spelling_of_the_issuer_is_not_another_provider(string spelling)
    {
        var account = await ConfirmedAsync(Address);
        var issuer = spelling == "UPPER" ? provider.Authority.ToUpperInvariant() : provider.Authority + spelling;
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            db.UserLogins.Add(
                new()
                {
                    UserId = account,
                    LoginProvider = "Oidc",
                    ProviderKey = "u1, as it was kept",
                    ProviderDisplayName = issuer,
                }
            );
            await db.SaveChangesAsync();
        });

        await IsRefusedAsync("u2", Address);
        await HasOneSignInAsync(account);
    }

    [Fact]
    public async Task An_account_that_was_linked_at_another_provider_follows_its_confirmed_address_to_this_one()
    {
        var account = await ConfirmedAsync(Address);
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            db.UserLogins.Add(
                new()
                {
                    UserId = account,
                    LoginProvider = "Oidc",
                    ProviderKey = "u1",
                    ProviderDisplayName = "https://old.example",
                }
            );
            await db.SaveChangesAsync();
        });

        await EntersAsync("u1", Address);
        await IsRefusedAsync("u2", Address);
    }

    [Theory]
    [InlineData("ADA@Example.ORG")]
    [InlineData(" ada@example.org ")]
    [InlineData("ad\u0061\u0308@example.org", "ad\u00e4@example.org")]
    [InlineData("ada@xn--bcher-kva.example", "ada@b\u00fccher.example")]
    [InlineData("ada@B\u00dcCHER.example", "ada@xn--bcher-kva.example")]
    public async Task The_same_mailbox_in_another_spelling_links_once_and_no_second_subject_gets_in(
        string said,
        string kept = Address
    )
    {
        var account = await ConfirmedAsync(kept);
        await EntersAsync("u1", said);

        await IsRefusedAsync("u2", said);
        await IsRefusedAsync("u3", kept);
        await HasOneSignInAsync(account);
    }

    [Theory]
    [InlineData("\u212Aarl@example.org", "karl@example.org")] // Kelvin sign
    [InlineData("\u017Fam@example.org", "sam@example.org")] // long s
    [InlineData("\uFF41da@example.org", "ada@example.org")] // full-width a
    [InlineData("\u0430da@example.org", "ada@example.org")] // Cyrillic a
    [InlineData("ad\u0131@example.org", "adi@example.org")] // dotless i
    public async Task Another_mailbox_that_looks_alike_never_links(string said, string kept)
    {
        var account = await ConfirmedAsync(kept);

        using var arrived = await ArriveAsync(app.Anonymous(), "eve", said);

        Assert.NotEqual("/", arrived.Headers.Location?.OriginalString);
        Assert.Equal(
            0,
            await app.WithDbAsync(Guid.Empty, db => db.UserLogins.CountAsync(login => login.UserId == account))
        );
    }

    [Fact]
    public async Task A_disabled_account_is_not_linked_and_a_deleted_one_leaves_nothing_behind()
    {
        var account = await ConfirmedAsync(Address);
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.Where(user => user.Id == account)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, app.Clock.Now))
        );
        await IsRefusedAsync("u1", Address, "You cannot sign in to this account right now");
        Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.UserLogins.CountAsync()));

        await app.WithDbAsync(Guid.Empty, db => db.Users.Where(user => user.Id == account).ExecuteDeleteAsync());
        var next = await RegisterAsync("u2", Address);
        Assert.NotEqual(account, next);
        await IsRefusedAsync("u1", Address);
        await HasOneSignInAsync(next);
    }

    [Fact]
    public async Task An_account_whose_address_is_not_confirmed_is_never_linked()
    {
        await app.OpenAccountAsync(Address);

        await IsRefusedAsync("u1", Address);

        Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.UserLogins.CountAsync()));
    }

    private static async Task<AppUser> FindAsync(AsyncServiceScope scope) =>
        (await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(Address))!;

    private async Task LinkAsync(AsyncServiceScope scope, AppUser user, string subject) =>
        await scope
            .ServiceProvider.GetRequiredService<OidcSignIn>()
            .LinkAsync(user, OidcIdentity.From(provider.Authority, subject));

    private async Task<Guid> ConfirmedAsync(string email)
    {
        var id = await app.OpenAccountAsync(email);
        await ConfirmAsync(id);
        return id;
    }

    private Task ConfirmAsync(Guid id) =>
        app.WithDbAsync(Guid.Empty, db =>
            db.Users.Where(user => user.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, true))
        );

    private async Task<Guid> InviteAsync(string email)
    {
        var invitation = await app.WithDbAsync(Guid.Empty, async db =>
        {
            var admin = await db.Users.Where(user => user.IsAdmin).Select(user => user.Id).SingleAsync();
            var made = db
                .Invitations.Add(
                    new Invitation(admin, email, isSentByEmail: true, Invitation.DefaultDays, app.Clock.Now)
                )
                .Entity;
            await db.SaveChangesAsync();
            return made;
        });
        await using var scope = app.Services.CreateAsyncScope();
        var (user, result) = await scope
            .ServiceProvider.GetRequiredService<Accounts>()
            .CreateAsync("Ada", email, "a long password", "UTC", inviteId: invitation.Id);
        Assert.True(result.Succeeded, result.ToString());
        await ConfirmAsync(user.Id); // Mail goes to files here, so the invitation alone does not confirm the address
        return user.Id;
    }

    private async Task<Guid> RegisterAsync(string subject, string email, bool verified = true)
    {
        var browser = app.Anonymous();
        using var asked = await ArriveAsync(browser, subject, email, verified);
        using var opened = await browser.PostFormAsync(
            await Browser.ReadAsync(asked),
            "/account/arrived",
            ("Input.Zone", "UTC"),
            ("Input.Name", "Ada")
        );
        Assert.Equal("/setup", opened.Headers.Location?.OriginalString);
        return await app.WithDbAsync(Guid.Empty, db =>
            db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync()
        );
    }

    private async Task LinkAsync(Browser browser, string subject, string email)
    {
        using var linked = await ArriveAsync(browser, subject, email, from: "/settings/linked");
        Assert.Equal("", await browser.ProblemAsync(linked));
    }

    private async Task<HttpResponseMessage> ArriveAsync(
        Browser browser,
        string subject,
        string email,
        bool verified = true,
        string from = "/account/sign-in"
    )
    {
        using var left = await browser.LeaveAsync(from);
        using var back = await provider.AnswerAsync(browser, left, app.Clock.Now, subject, email, verified);
        return await browser.GetAsync(back.Headers.Location!.OriginalString);
    }

    private async Task EntersAsync(string subject, string email)
    {
        using var entered = await ArriveAsync(app.Anonymous(), subject, email);
        Assert.Equal("/", entered.Headers.Location?.OriginalString);
    }

    private async Task IsRefusedAsync(string subject, string email, string sentence = "An account with the address")
    {
        var browser = app.Anonymous();
        using var refused = await ArriveAsync(browser, subject, email);
        Assert.Equal("/account/sign-in", refused.Headers.Location?.OriginalString);
        Assert.Contains(sentence, await browser.ProblemAsync(refused));
        using var settings = await browser.GetAsync("/settings");
        Assert.StartsWith("/account/sign-in", settings.Headers.Location?.OriginalString);
    }

    private async Task HasOneSignInAsync(Guid account) =>
        Assert.Equal(
            1,
            await app.WithDbAsync(Guid.Empty, db => db.UserLogins.CountAsync(login => login.UserId == account))
        );
}
