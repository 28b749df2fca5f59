using System.Net;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Pages;

public sealed class UnsubscribeTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task One_click_in_the_mail_program_turns_reminders_off_and_a_look_does_not(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var id = await app.OpenAccountAsync("ada@example.org");
        var link = await LinkAsync(app, id, TokenPurpose.Unsubscribe);

        await app.Anonymous().ReadAsync(link);
        Assert.True(await RemindersAsync(app, id));
        for (var clicks = 0; clicks < 2; clicks++)
        {
            using var response = await app.Anonymous().PostAsync(link, ("List-Unsubscribe", "One-Click"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.False(await RemindersAsync(app, id));
        }
    }

    [Fact]
    public async Task Whoever_is_signed_in_the_token_says_whose_reminders_go()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var id = await app.OpenAccountAsync("ada@example.org");
        var other = await app.RegisterAsync("bob@example.org");

        await other.PostAsync(await LinkAsync(app, id, TokenPurpose.Unsubscribe));

        Assert.False(await RemindersAsync(app, id));
        Assert.True(await RemindersAsync(app, other.PersonId));
    }

    [Fact]
    public async Task A_token_that_is_unknown_or_for_something_else_is_not_found()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var id = await app.OpenAccountAsync("ada@example.org");

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous().GetAsync("/unsubscribe/unknown")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await app.Anonymous().PostAsync(await LinkAsync(app, id, TokenPurpose.ResetPassword))).StatusCode
        );
        Assert.True(await RemindersAsync(app, id));
    }

    private static Task<bool> RemindersAsync(TestApp app, Guid id) =>
        app.WithDbAsync(id, async db => (await db.CurrentPersonAsync())!.RemindersEnabled);

    private static Task<string> LinkAsync(TestApp app, Guid id, TokenPurpose purpose) => app.WithDbAsync(id, async db =>
        {
            var (token, text) = MailToken.Create(id, purpose, TestApp.Start);
            db.MailTokens.Add(token);
            await db.SaveChangesAsync();
            return $"/unsubscribe/{text}";
        });
}
