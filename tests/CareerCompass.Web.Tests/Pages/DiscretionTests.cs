using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

/// <summary>What strangers can learn about accounts (nothing), and how often they can try.</summary>
public sealed class DiscretionTests
{
    private const string Password = "a long password";

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgot")]
    public async Task An_answer_takes_the_same_whether_the_account_exists_or_not(string path)
    {
        const int rounds = 5;
        await using var app = await TestApp.StartAsync(settings: (TestApp.RealHashing, "true"));
        var stranger = app.Anonymous();
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            await app.OpenAccountAsync($"known{round}@example.org");
            var (one, other) = (
                await TimeAsync(stranger, path, $"known{round}@example.org"),
                await TimeAsync(stranger, path, $"unknown{round}@example.org")
            );
            if (round >= 0) // the first round warms up
            {
                known.Add(one);
                unknown.Add(other);
            }
        }

        // Never before the interval that hides hashes and writes; on a busy machine it may be the next one
        Assert.All(known.Concat(unknown), time => Assert.True(time > 240, $"{time} ms"));
        Assert.InRange(known.Order().ElementAt(rounds / 2) - unknown.Order().ElementAt(rounds / 2), -300, 300);
    }

    [Fact]
    public async Task Where_mail_goes_out_registering_does_not_tell_who_has_an_account()
    {
        await using var app = await TestApp.StartAsync(settings: ("Mail:Smtp:Host", "mail.invalid"));
        var first = await RegisterAsync(app, "first@example.org");
        Assert.Equal("/setup", first.Place);

        var fresh = await RegisterAsync(app, "ada@example.org");
        var again = await RegisterAsync(app, "ADA@example.org");

        Assert.Equal("/account/sign-in", fresh.Place);
        Assert.Equal(fresh.Place, again.Place);
        Assert.Equal(fresh.Note, again.Note.Replace("ADA", "ada", StringComparison.Ordinal));
        var kinds = await app.WithDbAsync(Guid.Empty, db =>
            db.OutboxMessages.IgnoreQueryFilters(["Owner"])
                .OrderBy(outboxMessage => outboxMessage.Id)
                .Select(outboxMessage => outboxMessage.Kind)
                .ToListAsync()
        );
        Assert.Equal(
            [OutboxMessageKind.ConfirmEmail, OutboxMessageKind.ConfirmEmail, OutboxMessageKind.AccountExists],
            kinds
        );

        Assert.Equal(HttpStatusCode.OK, await SignInAsync(app, "ada@example.org"));
        await app.WithDbAsync(Guid.Empty, db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailConfirmed, true))
        );
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, "ada@example.org"));
    }

    [Fact]
    public async Task Whoever_has_an_account_already_hears_so_by_mail()
    {
        await using var app = await TestApp.StartAsync();
        await app.OpenAccountAsync("ada@example.org");
        await app.WithDbAsync(Guid.Empty, async db =>
        {
            db.OutboxMessages.Add(
                new OutboxMessage(
                    (await db.Users.SingleAsync()).Id,
                    OutboxMessageKind.AccountExists,
                    "once",
                    null,
                    TestApp.Start
                )
            );
            await db.SaveChangesAsync();
        });

        Assert.Equal(1, await app.RunAsync(RecurringJob.Delivery));

        var mail = Eml.Read(await File.ReadAllTextAsync(Directory.GetFiles(app.MailFolder).Single()));
        Assert.Equal("You already have an account", mail.Header("Subject"));
        Assert.Matches(new Regex("http://localhost:5080/account/sign-in$", RegexOptions.Multiline), mail.Text);
    }

    [Theory]
    [InlineData("/account/sign-in", "Input.Email", "Input.Password")]
    [InlineData("/account/forgot", "Input.Email")]
    [InlineData("/account/register", "Input.Email", "Input.Name", "Input.Password", "Input.Zone")]
    public async Task After_many_tries_for_an_account_or_from_an_address_there_is_a_pause_and_nothing_typed_is_lost(
        string path,
        params string[] fields
    )
    {
        await using var app = await TestApp.StartAsync(
            settings: [("SignIn:TriesPerAccount", "2"), ("SignIn:TriesPerAddress", "4")]
        );
        await app.OpenAccountAsync("first@example.org");
        var stranger = app.Anonymous();
        Assert.Equal([true, true, false], await TryAsync("nobody@example.org", 3));

        using var refused = await SendAsync("NOBODY@example.org");
        var page = await Browser.ReadAsync(refused);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 450);
        Assert.Matches("Please wait [0-9]+ minutes?, then", page.QuerySelector(".problems")!.TextContent);
        Assert.Equal("NOBODY@example.org", page.QuerySelector("#Input_Email")!.GetAttribute("value"));

        // All four attempts of this address are used up, for any account
        Assert.Equal([false], await TryAsync("somebody@example.org", 1));

        async Task<List<bool>> TryAsync(string email, int times)
        {
            var admitted = new List<bool>();
            for (var i = 0; i < times; i++)
            {
                using var response = await SendAsync(email);
                admitted.Add(response.StatusCode != HttpStatusCode.TooManyRequests);
            }

            return admitted;
        }

        Task<HttpResponseMessage> SendAsync(string email) =>
            stranger.PostFormAsync(
                path,
                [
                    .. fields.Select(field =>
                        (
                            field,
                            (string?)(
                                field switch
                                {
                                    "Input.Email" => email,
                                    "Input.Zone" => "UTC",
                                    "Input.Password" => "short",
                                    _ => "Ada",
                                }
                            )
                        )
                    ),
                ]
            );
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", "2001:db8::2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void Addresses_of_one_network_share_their_tries(string one, string other, bool shared)
    {
        using var attemptLimiter = new AttemptLimiter(new AttemptSettings { TriesPerAddress = 1 });

        Assert.Null(attemptLimiter.Record("sign-in", IPAddress.Parse(one), null));
        Assert.Equal(shared, attemptLimiter.Record("sign-in", IPAddress.Parse(other), null) is not null);
        Assert.Null(attemptLimiter.Record("register", IPAddress.Parse(one), null));
    }

    [Fact]
    public async Task One_account_that_is_tried_often_does_not_keep_others_out()
    {
        await using var app = await TestApp.StartAsync(
            settings: [("SignIn:TriesPerAccount", "1"), ("SignIn:TriesPerAddress", "100")]
        );
        await app.OpenAccountAsync("ada@example.org");
        await SignInAsync(app, "bob@example.org");

        Assert.Equal(HttpStatusCode.TooManyRequests, await SignInAsync(app, "bob@example.org"));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, "ada@example.org"));
    }

    private static async Task<double> TimeAsync(Browser browser, string path, string email)
    {
        var token = await browser.TokenAsync(path);
        var started = Stopwatch.GetTimestamp();
        using var response = await browser.PostAsync(
            path,
            (Browser.TokenField, token),
            ("Input.Email", email),
            ("Input.Password", "wrong")
        );
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<HttpStatusCode> SignInAsync(TestApp app, string email)
    {
        using var response = await app.Anonymous()
            .PostFormAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", Password));
        return response.StatusCode;
    }

    private static async Task<(string? Place, string Note)> RegisterAsync(TestApp app, string email)
    {
        var browser = app.Anonymous();
        using var response = await browser.PostFormAsync(
            "/account/register",
            ("Input.Name", "Somebody"),
            ("Input.Email", email),
            ("Input.Password", Password),
            ("Input.Zone", "UTC"),
            ("Input.Code", TestApp.SetupCode)
        );
        var place = response.Headers.Location?.OriginalString;
        return (
            place,
            place is null or "/setup" ? "" : (await browser.ReadAsync(place)).QuerySelector(".status")!.TextContent
        );
    }
}
