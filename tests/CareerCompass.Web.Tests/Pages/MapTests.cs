using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class MapTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_map_shows_all_goals_with_their_milestones(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync("Lead <b>a team</b>", "2027-10-01");
        var milestone = await me.AddMilestoneAsync(goal, "First & project", "2027-06-01");
        await me.PressAsync($"/tasks/{await me.AddTaskAsync(goal, milestone: milestone)}/tick");
        await me.AddMilestoneAsync(goal, "Far", "2029-06-01");
        var paused = await me.SetGoalAsync("Learn German");
        await me.SendAsync($"/goals/{paused}/pause", ("Input.Until", "2027-05-01"), ("Input.Reason", "Too much"));
        var over = await me.SetGoalAsync("Give a talk");
        await me.SendAsync($"/goals/{over}/achieve");

        var page = await me.Browser.ReadAsync("/goals/map");

        Assert.Equal(
            ["Lead <b>a team</b>", "Learn German", "Give a talk"],
            page.QuerySelectorAll("li.lane a").Select(link => link.TextContent)
        );
        Assert.Equal(
            ["No plan yet", "Paused", "Achieved"],
            page.QuerySelectorAll("li.lane .badge").Select(badge => badge.TextContent)
        );
        Assert.Equal(
            ["First & project, 1 June 2027, reached"],
            page.QuerySelectorAll("li.lane circle.stop")
                .Select(circle => circle.ParentElement!.QuerySelector("title")!.TextContent)
        );
        Assert.Single(page.QuerySelectorAll("svg.strip[opacity]"));
        Assert.NotNull(page.QuerySelector("rect[fill='url(#rest)']"));
        Assert.Empty(page.QuerySelectorAll("figure.map h2"));

        Assert.Single(page.QuerySelectorAll(".lanes > svg line.needle"));
        Assert.Equal(
            (4, 8),
            (page.QuerySelectorAll("text.faint:not(.minor)").Length, page.QuerySelectorAll("text.minor").Length)
        );
        Assert.Equal(3, page.QuerySelectorAll("figure.map tbody tr").Length);
        Assert.NotNull((await me.Browser.ReadAsync("/goals")).QuerySelector("a[href='/goals/map']"));
    }

    [Theory]
    [InlineData("?zoom=quarter", "Mar 2027 – May 2027", 2)]
    [InlineData("?zoom=five-years", "Jan 2027 – Dec 2031", 2)]
    [InlineData("?zoom=year&from=2029-01", "Jan 2029 – Dec 2029", 1)]
    [InlineData("?zoom=nonsense&from=nonsense", "Dec 2026 – Nov 2027", 2)]
    [InlineData("?zoom=year&from=9999-12", "Dec 2026 – Nov 2027", 2)]
    public async Task It_is_zoomed_and_moved_by_plain_links(string query, string shown, int needles)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(TestDatabase.Sqlite));
        await me.SetGoalAsync();

        var page = await me.Browser.ReadAsync("/goals/map" + query);

        Assert.Contains(shown, page.QuerySelector("figure.map")!.TextContent);
        Assert.Equal(needles == 2, page.QuerySelectorAll("line.needle").Length > 1);
        Assert.Single(page.QuerySelectorAll(".chips a[aria-current]"));
        Assert.Equal(2, page.QuerySelectorAll("a[rel]").Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_goal_page_shows_the_routes_that_were_corrected(TestDatabase database)
    {
        var me = await PlanBuilder.StartAsync(await apps.OnAsync(database));
        var goal = await me.SetGoalAsync(target: "2027-09-01");
        await me.AddMilestoneAsync(goal);
        Assert.Empty((await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelectorAll("g.ghost"));
        foreach (var target in new[] { "2027-10-01", "2027-11-01", "2027-12-01", "2028-01-01" })
        {
            await me.SendAsync(
                $"/goals/{goal}/reschedule?to={target}",
                ("Input.Target", target),
                ("Input.Reason", "Later")
            );
        }

        var ghosts = (await me.Browser.ReadAsync($"/goals/{goal}")).QuerySelectorAll("svg.long g.ghost");

        Assert.Equal(
            4,
            await me.ReadAsync(db =>
                db.Corrections.CountAsync(correction => correction.Kind == CorrectionKind.Reschedule)
            )
        );
        Assert.Equal(Web.Charts.RouteChart.MaxEarlierPlans, ghosts.Length);
        Assert.All(ghosts, ghost =>
            Assert.Equal("The route until 3 March 2027", ghost.QuerySelector("title")!.TextContent)
        );
        Assert.Equal(
            [
                "Until 3 March 2027 the target was 1 December 2027.",
                "Until 3 March 2027 the target was 1 November 2027.",
                "Until 3 March 2027 the target was 1 October 2027.",
            ],
            (await me.Browser.ReadAsync($"/goals/{goal}"))
                .QuerySelectorAll("figcaption details p")
                .Select(line => line.TextContent)
        );
    }
}
