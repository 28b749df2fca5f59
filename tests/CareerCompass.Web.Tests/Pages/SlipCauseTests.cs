using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Reviews;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Pages;

public sealed class SlipCauseTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Causes_are_counted_with_the_days_they_cost_and_without_what_was_taken_back(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var me = await PlanBuilder.StartAsync(app);
        var other = await PlanBuilder.StartAsync(app, "eve@example.org");
        var today = DateOnly.FromDateTime(app.Clock.Now);
        foreach (
            var (who, title, cause, later) in new[]
            {
                (me, "One", Cause.Underestimated, 20),
                (me, "Two", Cause.Underestimated, 11),
                (me, "Three", Cause.Life, 40),
                (me, "Four", Cause.Energy, -5),
                (other, "Theirs", Cause.Life, 300),
            }
        )
        {
            var goal = await app.GoalAsync(who.Browser.PersonId, title);
            await app.ChangeAsync(goal, (route, db) =>
                db.Add(
                    route.Reschedule(
                        route.Target.AddDays(later),
                        new Dictionary<Guid, DateOnly>(),
                        new Rationale("So", cause),
                        today,
                        app.Clock.Now
                    )
                )
            );
        }

        var undone = await app.GoalAsync(me.Browser.PersonId, "Undone");
        await app.ChangeAsync(undone, (route, db) =>
        {
            var correction = route.Reschedule(
                route.Target.AddDays(90),
                new Dictionary<Guid, DateOnly>(),
                new Rationale("So", Cause.ChangedMind),
                today,
                app.Clock.Now
            );
            var kept = Revision.RecordSealed(route, null, correction, app.Clock.Now);
            db.AddRange(correction, correction.Undo([(route, kept)], null, today, app.Clock.Now));
        });

        Assert.Equal(
            [new(Cause.Life, 1, 40), new(Cause.Underestimated, 2, 31), new(Cause.Energy, 1, 0)],
            await me.ReadAsync(db => db.SlipCausesAsync(today, today))
        );
        Assert.Empty(await me.ReadAsync(db => db.SlipCausesAsync(today.AddDays(1), today.AddDays(9))));
        Assert.Empty(await me.ReadAsync(db => db.SlipCausesAsync(today.AddDays(-9), today.AddDays(-1))));
        Assert.Equal(300, (await other.ReadAsync(db => db.Corrections.SingleAsync())).TargetShiftDays);
    }
}
