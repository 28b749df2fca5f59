using System.Net;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

/// <summary>Viewing a link changes nothing; the button acts once and undoes once.</summary>
public sealed class LinkTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateTime Monday = new(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_look_changes_nothing_and_the_button_ticks_the_step_off_without_a_sign_in(TestDatabase database)
    {
        var (app, me, said) = await WithStepAsync(database);
        var link = await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said);
        var before = await SampleData.DumpAsync(app);

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
        {
            using var look = await app.Anonymous()
                .SendAsync(new HttpRequestMessage(method, link) { Headers = { { "Sec-Purpose", "prefetch" } } });
            Assert.Equal(HttpStatusCode.OK, look.StatusCode);
            Assert.Equal("no-referrer", look.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("noindex", look.Headers.GetValues("X-Robots-Tag").Single());
            Assert.True(look.Headers.CacheControl!.NoStore);
        }

        Assert.Equal(before, await SampleData.DumpAsync(app));

        using var done = await app.Anonymous().PostAsync(link);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Contains("Undo", (await Browser.ReadAsync(done)).Body!.TextContent);
        Assert.Equal(Monday, await DoneAtAsync(app, me));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_acts_once_and_takes_it_back_once(TestDatabase database)
    {
        var (app, me, said) = await WithStepAsync(database);
        var link = await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said);
        await StatusAsync(HttpStatusCode.OK, app.Anonymous().PostAsync(link));

        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().PostAsync(link));
        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().GetAsync(link));
        Assert.NotNull(await DoneAtAsync(app, me));

        await StatusAsync(HttpStatusCode.OK, app.Anonymous().PostAsync(link, ("act", "undo")));
        Assert.Null(await DoneAtAsync(app, me));
        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().PostAsync(link, ("act", "undo")));
        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().PostAsync(link));
        Assert.Null(await DoneAtAsync(app, me));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_press_at_once_one_acts(TestDatabase database)
    {
        var (app, me, said) = await WithStepAsync(database);
        var link = await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said);

        var all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.Anonymous().PostAsync(link)))
        );

        Assert.Single(all, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, all.Count(response => response.StatusCode == HttpStatusCode.Gone));
        var undone = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.Anonymous().PostAsync(link, ("act", "undo"))))
        );
        Assert.Single(undone, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Null(await DoneAtAsync(app, me));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Snoozing_moves_the_reminder_to_tomorrow_and_back_and_leaves_the_rhythm(TestDatabase database)
    {
        var (app, me, _) = await WithStepAsync(database);
        var (review, next) = await app.WithDbAsync(me, async db =>
            (
                await db.Reviews.SingleAsync(row => row.State == ReviewState.Open),
                (await db.People.SingleAsync()).NextReviewAt
            )
        );
        var link = await LinkAsync(app, me, TokenPurpose.Snooze, review.Id);
        Assert.Equal(Monday.AddDays(2), review.RemindAt);

        await StatusAsync(HttpStatusCode.OK, app.Anonymous().PostAsync(link));
        Assert.Equal((true, Monday.AddDays(1), next), await PlannedAsync(app, me));

        await StatusAsync(HttpStatusCode.OK, app.Anonymous().PostAsync(link, ("act", "undo")));
        Assert.Equal((false, Monday.AddDays(2), next), await PlannedAsync(app, me));
    }

    [Fact]
    public async Task A_link_dies_after_two_weeks_and_is_cleared_away()
    {
        var (app, me, said) = await WithStepAsync(TestDatabase.Sqlite);
        var link = await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said);
        app.Clock.Now = Monday.AddDays(14);

        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().GetAsync(link));
        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().PostAsync(link));
        Assert.Null(await DoneAtAsync(app, me));

        app.Clock.Now = Monday.AddDays(15);
        await app.RunAsync(RecurringJob.Housekeeping);
        Assert.Equal(
            0,
            await app.WithDbAsync(Guid.Empty, db => db.MailTokens.CountAsync(token => token.SubjectId != null))
        );
        await StatusAsync(HttpStatusCode.NotFound, app.Anonymous().GetAsync(link));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_nobody_made_gets_a_kind_page(string token)
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        await app.OpenAccountAsync("ada@example.org");

        foreach (
            var response in new[]
            {
                await app.Anonymous().GetAsync($"/link/{token}"),
                await app.Anonymous().PostAsync($"/link/{token}", ("act", "undo")),
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("Sign in", (await Browser.ReadAsync(response)).QuerySelector("main")!.TextContent);
        }
    }

    [Fact]
    public async Task A_token_for_something_else_acts_on_nothing_here_and_this_one_nowhere_else()
    {
        var (app, me, said) = await WithStepAsync(TestDatabase.Sqlite);
        foreach (
            var other in new[]
            {
                TokenPurpose.Unsubscribe,
                TokenPurpose.ResetPassword,
                TokenPurpose.ConfirmEmail,
                TokenPurpose.AdminReset,
                TokenPurpose.Invitation,
            }
        )
        {
            await StatusAsync(
                HttpStatusCode.NotFound,
                app.Anonymous().PostAsync(await LinkAsync(app, me, other, said))
            );
        }

        var token = (await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said)).Split('/')[^1];
        await StatusAsync(HttpStatusCode.NotFound, app.Anonymous().PostAsync($"/unsubscribe/{token}"));
        Assert.Null(await DoneAtAsync(app, me));
    }

    [Fact]
    public async Task A_persons_token_never_reaches_what_is_somebody_elses()
    {
        var (app, me, said) = await WithStepAsync(TestDatabase.Sqlite);
        var review = await app.WithDbAsync(me, db =>
            db.Reviews.Where(row => row.State == ReviewState.Open).Select(row => row.Id).SingleAsync()
        );
        var bob = await app.OpenAccountAsync("bob@example.org");

        await StatusAsync(
            HttpStatusCode.Gone,
            app.Anonymous().PostAsync(await LinkAsync(app, bob, TokenPurpose.CompleteNextStep, said))
        );
        await StatusAsync(
            HttpStatusCode.Gone,
            app.Anonymous().PostAsync(await LinkAsync(app, bob, TokenPurpose.Snooze, review))
        );

        Assert.Null(await DoneAtAsync(app, me));
        Assert.False((await PlannedAsync(app, me)).Snoozed);
    }

    [Fact]
    public async Task Whoever_is_signed_in_the_token_says_whose_step_it_is_and_shows_no_more_than_that()
    {
        var (app, me, said) = await WithStepAsync(TestDatabase.Sqlite);
        var bob = await app.RegisterAsync("bob@example.org");
        var link = await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said);

        var page = await app.Anonymous().ReadAsync(link);
        var shown = page.Body!.TextContent;
        Assert.Contains("Book the room", shown);
        Assert.DoesNotContain("Lead a team", shown);
        Assert.DoesNotContain("ada", shown, StringComparison.OrdinalIgnoreCase);

        await StatusAsync(HttpStatusCode.OK, bob.PostAsync(link));
        Assert.NotNull(await DoneAtAsync(app, me));
    }

    [Fact]
    public async Task A_disabled_accounts_links_and_those_of_a_review_that_is_over_are_dead()
    {
        var (app, me, said) = await WithStepAsync(TestDatabase.Sqlite);
        var (tick, review) = (
            await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said),
            await app.WithDbAsync(me, db =>
                db.Reviews.Where(row => row.State == ReviewState.Open).Select(row => row.Id).SingleAsync()
            )
        );
        var snooze = await LinkAsync(app, me, TokenPurpose.Snooze, review);
        await app.WithDbAsync(me, db =>
            db.Reviews.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReviewState.Completed))
        );
        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().PostAsync(snooze));

        await app.WithDbAsync(me, db =>
            db.Users.Where(user => user.Id == me)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, Monday))
        );
        await StatusAsync(HttpStatusCode.NotFound, app.Anonymous().PostAsync(tick));
    }

    [Fact]
    public async Task What_the_person_ticked_off_themselves_is_not_taken_back_by_a_link()
    {
        var (app, me, said) = await WithStepAsync(TestDatabase.Sqlite);
        var link = await LinkAsync(app, me, TokenPurpose.CompleteNextStep, said);
        await app.WithDbAsync(me, async db =>
        {
            (await db.CheckIns.SingleAsync()).SetNextStepDone(true, Monday.AddMinutes(-5));
            await db.SaveChangesAsync();
        });

        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().PostAsync(link));
        await StatusAsync(HttpStatusCode.Gone, app.Anonymous().PostAsync(link, ("act", "undo")));

        Assert.Equal(Monday.AddMinutes(-5), await DoneAtAsync(app, me));
    }

    [Fact]
    public async Task Many_tries_from_one_address_are_slowed_down()
    {
        await using var app = await TestApp.StartAsync(settings: ("SignIn:TriesPerAddress", "3"));
        await app.OpenAccountAsync("ada@example.org");
        for (var tries = 0; tries < 3; tries++)
        {
            await StatusAsync(HttpStatusCode.NotFound, app.Anonymous().PostAsync("/link/guess"));
        }

        await StatusAsync(HttpStatusCode.TooManyRequests, app.Anonymous().PostAsync("/link/guess"));
    }

    private async Task<(TestApp App, Guid Person, Guid CheckIn)> WithStepAsync(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org");
        var goal = await app.GoalAsync(person);
        app.Clock.Now = Monday;
        Assert.Equal(1, await app.RunAsync(RecurringJob.Reviews));
        var said = await app.WithDbAsync(person, async db =>
        {
            var before = new Review(
                person,
                new ScheduledReview(
                    ReviewKind.Weekly,
                    new DateOnly(2027, 3, 1),
                    new DateOnly(2027, 3, 1),
                    TestApp.Start
                ),
                TestApp.Start
            );
            var checkIn = new CheckIn(
                before,
                goal.Id,
                ProgressRating.AsPlanned,
                7,
                null,
                "Book the room",
                TestApp.Start
            );
            before.Complete(null, TestApp.Start);
            db.AddRange(before, checkIn);
            await db.SaveChangesAsync();
            return checkIn.Id;
        });
        return (app, person, said);
    }

    private static Task<string> LinkAsync(TestApp app, Guid person, TokenPurpose purpose, Guid subject) =>
        app.WithDbAsync(person, async db =>
        {
            var (token, text) = MailToken.Create(person, purpose, app.Clock.Now, subjectId: subject);
            db.MailTokens.Add(token);
            await db.SaveChangesAsync();
            return $"/link/{text}";
        });

    private static Task<DateTime?> DoneAtAsync(TestApp app, Guid person) =>
        app.WithDbAsync(person, db => db.CheckIns.Select(said => said.NextStepDoneAt).SingleAsync());

    private static Task<(bool Snoozed, DateTime? RemindAt, DateTime? Next)> PlannedAsync(TestApp app, Guid person) =>
        app.WithDbAsync(person, async db =>
            await db.Reviews.SingleAsync(row => row.State == ReviewState.Open) is var review
                ? (review.IsSnoozed, review.RemindAt, (await db.People.SingleAsync()).NextReviewAt)
                : default
        );

    private static async Task StatusAsync(HttpStatusCode expected, Task<HttpResponseMessage> asked)
    {
        using var response = await asked;
        Assert.True(
            response.StatusCode == expected,
            $"{(int)response.StatusCode}: "
                + $"{(await Browser.ReadAsync(response)).QuerySelector("main")?.TextContent.Trim()}"
        );
    }
}
