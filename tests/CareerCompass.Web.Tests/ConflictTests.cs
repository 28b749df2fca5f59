using System.Net;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Pages;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareerCompass.Web.Tests;

public sealed class ConflictTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnPostgres]
    public async Task Who_loses_a_deadlock_is_told_to_try_again_and_the_other_goes_on(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var id = await app.OpenAccountAsync($"{Guid.NewGuid():N}@example.org");
        var goals = new[] { "One", "Two" }
            .Select(title => new Goal(id, title, null, null, new DateOnly(2027, 12, 1), new DateOnly(2027, 3, 3)))
            .ToList();
        await app.WithDbAsync(id, async db =>
        {
            db.Goals.AddRange(goals);
            return await db.SaveChangesAsync();
        });

        // Each locks one goal, waits for the other, then asks for the other's goal: a deadlock
        using var both = new Barrier(2);
        async Task<Exception?> WriteAsync(Guid first, Guid second) => await app.WithDbAsync(id, async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db
                    .Goals.Where(goal => goal.Id == first)
                    .ExecuteUpdateAsync(set => set.SetProperty(goal => goal.Priority, 1));
                both.SignalAndWait(TimeSpan.FromSeconds(30));
                var other = await db.Goals.AsTracking().SingleAsync(goal => goal.Id == second);
                db.Entry(other).Property(goal => goal.Priority).CurrentValue = 2;
                var lost = await Record.ExceptionAsync(() => db.SaveChangesAsync());
                await (lost is null ? transaction.CommitAsync() : transaction.RollbackAsync());
                return lost;
            });

        var ends = await Task.WhenAll(
            Task.Run(() => WriteAsync(goals[0].Id, goals[1].Id)),
            Task.Run(() => WriteAsync(goals[1].Id, goals[0].Id))
        );

        var lost = Assert.Single(ends, end => end is not null);
        Assert.Contains("deadlock", lost!.ToString(), StringComparison.Ordinal);
        Assert.True(lost.IsConflict());
    }

    [Theory, OnPostgres]
    public async Task A_form_that_loses_a_deadlock_comes_back_with_its_text(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database), $"{Guid.NewGuid():N}@example.org");
        var goal = await me.SetGoalAsync();
        await using var other = new NpgsqlConnection(me.App.Settings["Database:ConnectionString"]);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        async Task<object?> SendAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, other);
            return await command.ExecuteScalarAsync();
        }

        // The app saves the goal, then waits for its revision, which we hold. Asking for the goal completes the
        // deadlock, and the app, which has waited longer, is its victim
        await SendAsync($"""UPDATE "Revisions" SET "Number" = "Number" WHERE "GoalId" = '{goal}'""");
        var posting = me.Browser.PostFormAsync($"/goals/{goal}/edit", ("Input.Title", "Lead two teams"));
        await Poll.UntilAsync(
            async () =>
                await SendAsync(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = "
                        + "'Lock'"
                )
                    is 1L,
            () => "It waits for nobody.",
            seconds: 30
        );
        await SendAsync($"""UPDATE "Goals" SET "Priority" = "Priority" WHERE "Id" = '{goal}'""");
        await transaction.RollbackAsync();

        using var answer = await posting;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains("another tab", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lead two teams", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public void What_is_simply_wrong_is_no_conflict()
    {
        Assert.False(new InvalidOperationException("Sequence contains no elements").IsConflict());
        Assert.False(new DbUpdateException("Too long", new ArgumentException("value")).IsConflict());
    }
}
