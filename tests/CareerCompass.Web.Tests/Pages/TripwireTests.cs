using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class TripwireTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_tripwire_asks_on_its_day_and_a_premise_that_holds_closes_it(TestDatabase database)
    {
        var (me, goal, wire) = await SetAsync(database);
        Assert.Contains(
            "They want people like me",
            (await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector("#tripwires")!.TextContent
        );

        me = await LookOnAsync(me, new DateTime(2027, 4, 1, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, await me.ReadAsync(db => db.Prompts.CountAsync(row => row.Rule == PromptRule.TripwireReached)));
        me = await LookOnAsync(me, new DateTime(2027, 4, 2, 12, 0, 0, DateTimeKind.Utc));
        var card = (await me.Browser.ReadAsync("/prompts")).QuerySelector("article.prompt")!;
        Assert.Contains("Is this still true? They want people like me", card.TextContent);
        Assert.Contains("One interview", card.TextContent);
        Assert.Contains("Path B: stay and lead the pilot", card.TextContent);

        using var held = await me.PressAsync(card.QuerySelector("button")!.GetAttribute("formaction")!, "/");

        Assert.Equal("/", held.Headers.Location!.ToString());
        Assert.Contains("Confirmed", (await me.Browser.ReadAsync("/")).QuerySelector(".status")!.TextContent);
        Assert.Equal(TripwireState.Held, await StateAsync(me, wire));
        Assert.Equal(
            PromptState.Answered,
            await me.ReadAsync(db =>
                db.Prompts.Where(row => row.SubjectId == wire).Select(row => row.State).SingleAsync()
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_premise_that_does_not_hold_offers_ways_out_until_one_is_taken(TestDatabase database)
    {
        var (me, goal, wire) = await SetAsync(database);
        me = await LookOnAsync(me, new DateTime(2027, 4, 2, 12, 0, 0, DateTimeKind.Utc));

        using var failed = await me.PressAsync($"/tripwires/{wire}/fail", $"/goals/{goal}");
        me = await LookOnAsync(me, new DateTime(2027, 4, 20, 12, 0, 0, DateTimeKind.Utc));

        var prompt = await me.ReadAsync(db => db.Prompts.SingleAsync(row => row.SubjectId == wire));
        Assert.Equal(PromptState.Open, prompt.State);
        var card = (await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector($"#p-{prompt.Id}")!;
        Assert.Contains("This is no longer true. What now?", card.TextContent);
        Assert.StartsWith($"/goals/{goal}/new-path?back=", card.QuerySelector("a.button")!.GetAttribute("href"));

        await me.SendAsync($"/goals/{goal}/reschedule?to=2028-02-01", ("Input.Reason", "Path B"));
        me = await LookOnAsync(me, new DateTime(2027, 6, 20, 12, 0, 0, DateTimeKind.Utc));
        Assert.Equal(
            [PromptState.Answered],
            await me.ReadAsync(db =>
                db.Prompts.Where(row => row.SubjectId == wire).Select(row => row.State).ToListAsync()
            )
        );
    }

    [Fact]
    public async Task A_tripwire_is_edited_trashed_brought_back_exported_and_erased_with_its_goal()
    {
        var (me, goal, wire) = await SetAsync(TestDatabase.Sqlite);
        await me.SendAsync($"/tripwires/{wire}", ("Input.Premise", "They need people like me"));
        Assert.Contains(
            "They need people like me",
            await (await me.Browser.PostFormAsync("/settings/export")).Content.ReadAsStringAsync()
        );
        await me.RefusedAsync($"/tripwires/{wire}", ("Input.On", "2027-03-01"));

        using var gone = await me.PressAsync($"/tripwires/{wire}/trash");
        Assert.DoesNotContain(
            "They need",
            (await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector("#tripwires")!.TextContent
        );
        Assert.Contains("They need people like me", (await me.Browser.ReadAsync("/trash")).Body!.TextContent);
        using var back = await me.PressAsync($"/tripwires/{wire}/restore");
        Assert.Contains(
            "They need",
            (await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelector("#tripwires")!.TextContent
        );

        await me.PressAsync($"/goals/{goal}/trash");
        me.App.Clock.Now = me.App.Clock.Now.AddDays(31);
        await me.App.RunAsync(RecurringJob.Housekeeping);
        Assert.Equal(0, await me.App.WithDbAsync(Guid.Empty, db => db.Tripwires.IgnoreQueryFilters().CountAsync()));
    }

    private async Task<(PlanBuilder Me, Guid Goal, Guid Wire)> SetAsync(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync();
        await me.AddTaskAsync(goal);
        Assert.Equal(
            $"/goals/{goal}",
            await me.SendAsync(
                $"/goals/{goal}/tripwires/new",
                ("Input.Premise", "They want people like me"),
                ("Input.Test", "One interview"),
                ("Input.On", "2027-04-02"),
                ("Input.Otherwise", "Path B: stay and lead the pilot")
            )
        );
        return (me, goal, await me.ReadAsync(db => db.Tripwires.Select(row => row.Id).SingleAsync()));
    }

    // The last sign-in has expired by then
    private static async Task<PlanBuilder> LookOnAsync(PlanBuilder me, DateTime now)
    {
        me.App.Clock.Now = now;
        await me.App.RunAsync(RecurringJob.Reviews);
        return me with { Browser = await me.App.SignInAsync(me.Browser.PersonId) };
    }

    private static Task<TripwireState> StateAsync(PlanBuilder me, Guid wire) =>
        me.ReadAsync(db => db.Tripwires.Where(row => row.Id == wire).Select(row => row.State).SingleAsync());
}
