using CareerCompass.Domain.Goals;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class HousekeepingTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateTime Long = TestApp.Start.AddDays(-30).AddSeconds(-1);
    private static readonly DateTime Lately = TestApp.Start.AddDays(-30);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_goal_goes_with_all_that_hangs_on_it_after_thirty_days_in_Trash(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org");
        await SampleData.ArrangeAsync(app, person);
        var kept = await app.GoalAsync(person, "In Trash, but lately");
        await app.ChangeAsync(await FirstAsync(app, person), (goal, _) => goal.Trash(Long));
        await app.ChangeAsync(kept, (goal, _) => goal.Trash(Lately));

        await app.RunAsync(RecurringJob.Housekeeping);

        await app.WithDbAsync(person, async db =>
        {
            Assert.Equal([kept.Id], await db.Goals.IgnoreQueryFilters().Select(goal => goal.Id).ToListAsync());
            Assert.Equal([kept.Id], await db.Tasks.IgnoreQueryFilters().Select(task => task.GoalId).ToListAsync());
            Assert.Equal(
                [kept.Id],
                await db.Milestones.IgnoreQueryFilters().Select(milestone => milestone.GoalId).ToListAsync()
            );
            Assert.Equal(
                [kept.Id],
                await db.Revisions.IgnoreQueryFilters().Select(revision => revision.GoalId).ToListAsync()
            );
            Assert.Equal(
                (0, 0, 0),
                (
                    await db.TimeEntries.IgnoreQueryFilters().CountAsync(),
                    await db.Prompts.IgnoreQueryFilters().CountAsync(),
                    await db.Corrections.IgnoreQueryFilters().CountAsync()
                )
            );
            Assert.Equal(1, await db.Reviews.IgnoreQueryFilters().CountAsync());
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_task_stays_when_its_milestone_goes(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));
        await app.ChangeAsync(goal, (route, _) => route.Milestones[0].Trash(Long));

        Assert.Equal(1, await app.RunAsync(RecurringJob.Housekeeping));

        var task = await app.WithDbAsync(goal.OwnerId, db => db.Tasks.SingleAsync());
        Assert.Null(task.MilestoneId);
        Assert.Equal(0, await app.WithDbAsync(goal.OwnerId, db => db.Milestones.IgnoreQueryFilters().CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Time_stays_logged_for_the_goal_when_its_task_goes(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));
        await app.ChangeAsync(goal, (route, db) =>
        {
            db.TimeEntries.Add(
                new TimeEntry(
                    route.OwnerId,
                    route.Id,
                    route.Tasks[0].Id,
                    new DateOnly(2027, 3, 1),
                    45,
                    new DateOnly(2027, 3, 3)
                )
            );
            route.Tasks[0].Trash(Long);
        });

        await app.RunAsync(RecurringJob.Housekeeping);

        var timeEntry = await app.WithDbAsync(goal.OwnerId, db => db.TimeEntries.SingleAsync());
        Assert.Equal((45, null), (timeEntry.Minutes, timeEntry.TaskId));
        Assert.Equal(0, await app.WithDbAsync(goal.OwnerId, db => db.Tasks.IgnoreQueryFilters().CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_younger_stays(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var goal = await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"));
        await app.ChangeAsync(goal, (route, db) =>
        {
            var timeEntry = new TimeEntry(
                route.OwnerId,
                route.Id,
                null,
                new DateOnly(2027, 3, 1),
                45,
                new DateOnly(2027, 3, 3)
            );
            timeEntry.Trash(Lately);
            db.TimeEntries.Add(timeEntry);
            route.Tasks[0].Trash(Lately);
            route.Milestones[0].Trash(Lately);
        });

        Assert.Equal(0, await app.RunAsync(RecurringJob.Housekeeping));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tokens_that_have_expired_go_and_the_way_to_unsubscribe_stays(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org");
        await app.WithDbAsync(person, async db =>
        {
            var old = TestApp.Start.AddDays(-100);
            db.MailTokens.AddRange(
                MailToken.Create(person, TokenPurpose.Unsubscribe, old).Token,
                MailToken.Create(person, TokenPurpose.ResetPassword, old).Token
            );
            await db.SaveChangesAsync();
        });

        Assert.Equal(1, await app.RunAsync(RecurringJob.Housekeeping));

        Assert.Equal(
            TokenPurpose.Unsubscribe,
            (await app.WithDbAsync(person, db => db.MailTokens.SingleAsync())).Purpose
        );
    }

    private static Task<Goal> FirstAsync(TestApp app, Guid person) =>
        app.WithDbAsync(person, db => db.Goals.OrderBy(goal => goal.Id).FirstAsync());
}
