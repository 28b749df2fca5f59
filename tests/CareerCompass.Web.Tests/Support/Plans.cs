using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;

namespace CareerCompass.Web.Tests.Support;

internal static class Plans
{
    /// <summary>A goal with a milestone and, when there is an estimate, a task for it.</summary>
    public static Task<Goal> GoalAsync(
        this TestApp app,
        Guid personId,
        string title = "Lead a team",
        int? estimate = 120,
        DateOnly? target = null
    ) => app.WithDbAsync(personId, async db =>
        {
            var today = (await db.CurrentPersonAsync())!.TimeZone is { } zone
                ? Domain.People.LocalTime.DateAt(app.Clock.Now, zone)
                : default;
            var goal = new Goal(personId, title, null, null, target ?? today.AddYears(1), today);
            var milestone = goal.AddMilestone("Halfway", today.AddMonths(3), today);
            if (estimate is not null)
            {
                goal.AddTask("Read a book about it", estimate, milestone.Id);
            }

            db.Goals.Add(goal);
            db.Revisions.Add(Revision.RecordEdit(goal, null, app.Clock.Now)!);
            await db.EnsureScheduledAsync(app.Clock.Now);
            await db.SaveChangesAsync();
            return goal;
        });

    public static Task ChangeAsync(this TestApp app, Goal goal, Action<Goal, CompassDb> change) =>
        app.WithDbAsync(goal.OwnerId, async db =>
        {
            change((await db.LoadPlanAsync(goal.Id))!, db);
            await db.SaveChangesAsync();
        });
}
