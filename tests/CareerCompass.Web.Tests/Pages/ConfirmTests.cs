using System.Net;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class ConfirmTests
{
    [Fact]
    public async Task Where_mail_goes_out_an_unconfirmed_address_is_told_but_locks_nobody_out()
    {
        await using var app = await TestApp.StartAsync(settings: ("Mail:Smtp:Host", "mail.invalid"));
        var person = await app.RegisterAsync("ada@example.org");
        Assert.NotNull((await person.ReadAsync("/help")).QuerySelector(".notice"));

        await person.PostAsync(
            "/account/resend",
            (Browser.TokenField, await person.TokenAsync("/help")),
            ("Back", "/help")
        );
        Assert.Equal(
            2,
            await app.WithDbAsync(person.PersonId, db =>
                db.OutboxMessages.CountAsync(outboxMessage => outboxMessage.Kind == OutboxMessageKind.ConfirmEmail)
            )
        );

        var link = await LinkAsync(app, person.PersonId);
        await person.ReadAsync(link);
        Assert.NotNull((await person.ReadAsync("/help")).QuerySelector(".notice"));
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostFormAsync(link)).StatusCode);
        Assert.Null((await person.ReadAsync("/help")).QuerySelector(".notice"));
        Assert.Contains(
            "no longer works",
            (await person.ReadAsync(link)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_mail_becomes_files_nobody_is_asked_to_confirm()
    {
        await using var app = await TestApp.StartAsync();
        var person = await app.RegisterAsync("ada@example.org");

        Assert.Null((await person.ReadAsync("/help")).QuerySelector(".notice"));
    }

    [Fact]
    public async Task The_administration_shows_envelopes_in_few_queries_and_nothing_of_plans()
    {
        await using var app = await TestApp.StartAsync(settings: ("Mail:Smtp:Host", "mail.invalid"));
        var admin = await app.RegisterAsync("ada@example.org");
        var other = await app.RegisterAsync("bob@example.org");
        await other.PostFormAsync("/goals/new", ("Input.Title", "A secret goal"), ("Input.Target", "2027-12-01"));

        using var count = app.CountQueries();
        var page = await admin.ReadAsync("/admin/mail");

        Assert.True(count.Number <= 7, count.ToString());
        Assert.Contains("bob@example.org", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("A secret goal", page.Body.TextContent, StringComparison.Ordinal);
    }

    private static Task<string> LinkAsync(TestApp app, Guid id) => app.WithDbAsync(id, async db =>
        {
            var (token, text) = MailToken.Create(id, TokenPurpose.ConfirmEmail, TestApp.Start);
            db.MailTokens.Add(token);
            await db.SaveChangesAsync();
            return $"/account/confirm/{text}";
        });
}
