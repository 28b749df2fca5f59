using System.Net;
using System.Text.RegularExpressions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class ReminderMailTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateTime Monday = new(2027, 3, 15, 9, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_reminder_tells_what_changed_what_is_due_and_last_times_next_steps(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org");
        await WithPastAsync(app, person, "Lead a <team>", "First project", "Book the room");
        await WithPastAsync(
            app,
            await app.OpenAccountAsync("bob@example.org"),
            "Bob’s own",
            "Bob’s milestone",
            "Bob’s step"
        );

        var mails = await RemindAsync(app, people: 2);

        var mail = Assert.Single(mails, mail =>
            mail.Header("To").Contains("ada@example.org", StringComparison.Ordinal)
        );
        foreach (var body in new[] { mail.Text, WebUtility.HtmlDecode(mail.Html) })
        {
            Assert.Contains("Lead a <team>: No plan yet, was Early", body);
            Assert.Contains("Thu 18 Mar: First project", body);
            Assert.Contains("Book the room", body);
            Assert.DoesNotContain("Bob", body);
            Assert.DoesNotContain("Far away", body);
        }

        var link = Assert
            .Single(Regex.Matches(mail.Text, @"Done: \S+(/link/[A-Za-z0-9_-]{43})").ToList())
            .Groups[1]
            .Value;
        Assert.Contains(link, mail.Html);
        using var done = await app.Anonymous().PostAsync(link);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(
            1,
            await app.WithDbAsync(person, db => db.CheckIns.CountAsync(said => said.NextStepDoneAt != null))
        );

        var snooze = Regex.Match(mail.Text, @"Remind me tomorrow:\n\S+(/link/\S+)").Groups[1].Value;
        Assert.Matches(
            "Your weekly review of [0-9]+ March 2027 stays open",
            (await app.Anonymous().ReadAsync(snooze)).QuerySelector("main")!.TextContent
        );
        using var later = await app.Anonymous().PostAsync(snooze);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.True(await app.WithDbAsync(person, db => db.Reviews.AnyAsync(review => review.IsSnoozed)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_mail_of_a_person_with_fifty_goals_fits_a_phone_and_makes_few_tokens(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org");
        for (var i = 0; i < 50; i++)
        {
            await WithPastAsync(
                app,
                person,
                $"Goal {i} {new string('x', 150)}",
                $"Milestone {i} {new string('y', 150)}",
                $"Step {i} of a person who has a lot to say about each and every one of them\nand more"
            );
        }

        var mail = Assert.Single(await RemindAsync(app, people: 1));

        Assert.InRange(
            mail.Text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)),
            6,
            ReviewDigest.MaxLines
        );
        Assert.All(mail.Text.Split('\n'), line => Assert.True(line.Length < 220, line));
        Assert.InRange(Regex.Replace(mail.Text, @"https?://\S+", "").Length, 200, 1200);
        Assert.Contains("144 more updates are in the review", mail.Text);
        Assert.Contains("It covers 50 goals.", mail.Text);
        Assert.InRange(await app.WithDbAsync(Guid.Empty, db => db.MailTokens.CountAsync()), 2, 5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Twenty_reminders_cost_as_many_reads_as_two(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var two = await ReadsAsync(app, 2);
        await app.ResetAsync();

        Assert.Equal(two, await ReadsAsync(app, 20));
    }

    [Fact]
    public async Task A_step_that_is_done_and_a_goal_that_rests_are_not_told()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var person = await app.OpenAccountAsync("ada@example.org");
        await WithPastAsync(app, person, "Lead a team", "First project", "Book the room");
        var resting = await WithPastAsync(app, person, "Learn Welsh", "Chapter two", "Buy the book");
        await app.ChangeAsync(resting, (goal, db) =>
            db.Corrections.Add(
                goal.Pause(new DateOnly(2027, 6, 1), new("Later"), new DateOnly(2027, 3, 9), app.Clock.Now)
            )
        );
        await app.WithDbAsync(person, async db =>
        {
            (await db.CheckIns.SingleAsync(said => said.NextStep == "Book the room")).SetNextStepDone(true, Monday);
            await db.SaveChangesAsync();
        });

        var mail = Assert.Single(await RemindAsync(app, people: 1));

        Assert.DoesNotContain("Book the room", mail.Text);
        Assert.DoesNotContain("Chapter two", mail.Text);
        Assert.DoesNotContain("Buy the book", mail.Text);
        Assert.DoesNotContain("Welsh", mail.Text);
    }

    private static async Task<int> ReadsAsync(TestApp app, int people)
    {
        for (var i = 0; i < people; i++)
        {
            await WithPastAsync(app, await app.OpenAccountAsync($"p{i}@example.org"), $"Goal {i}", "Milestone", "Step");
        }

        app.Clock.Now = Monday;
        Assert.Equal(people, await app.RunAsync(RecurringJob.Reviews));
        using var count = app.CountQueries();
        await app.RunAsync(RecurringJob.Delivery);
        return count.Statements.Count(statement => statement.StartsWith("SELECT", StringComparison.Ordinal));
    }

    private static async Task<List<Eml>> RemindAsync(TestApp app, int people)
    {
        app.Clock.Now = Monday;
        Assert.Equal(people, await app.RunAsync(RecurringJob.Reviews));
        Assert.Equal(people, await app.RunAsync(RecurringJob.Delivery));
        return [.. Directory.GetFiles(app.MailFolder, "*.eml").Select(file => Eml.Read(File.ReadAllText(file)))];
    }

    /// <summary>A goal that was on course last week, has lost its only task since, and has a next step.</summary>
    private static async Task<Goal> WithPastAsync(TestApp app, Guid person, string title, string milestone, string step)
    {
        var goal = await app.GoalAsync(person, title);
        await app.WithDbAsync(person, async db =>
        {
            var route = (await db.LoadPlanAsync(goal.Id))!;
            var today = new DateOnly(2027, 3, 3);
            var goalStatus = (
                await db.GoalStatusesAsync(
                    db.Goals.Where(row => row.Id == goal.Id),
                    (await db.CurrentPersonAsync())!,
                    today
                )
            ).Single();
            db.ForecastRecords.Add(new ForecastRecord(person, goalStatus, today.AddDays(7)));
            foreach (var task in route.Tasks)
            {
                task.Trash(app.Clock.Now);
            }

            route.AddMilestone(milestone, new DateOnly(2027, 3, 18), today);
            route.AddMilestone("Far away", new DateOnly(2027, 5, 1), today);
            var before = await db.Reviews.SingleOrDefaultAsync()
                ?? db.Reviews.Add(
                    new Review(
                        person,
                        new ScheduledReview(
                            ReviewKind.Weekly,
                            new DateOnly(2027, 3, 8),
                            new DateOnly(2027, 3, 8),
                            Monday.AddDays(-7)
                        ),
                        Monday.AddDays(-7)
                    )
                ).Entity;
            db.CheckIns.Add(new CheckIn(before, goal.Id, ProgressRating.AsPlanned, 7, null, step, Monday.AddDays(-7)));
            await db.SaveChangesAsync();
        });
        return goal;
    }
}
