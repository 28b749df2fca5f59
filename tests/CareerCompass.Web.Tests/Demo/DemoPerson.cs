using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Demo;

internal sealed record DemoPerson(
    CompassDb Db,
    Person Person,
    DateTime Now,
    DateOnly Today,
    List<Goal> Goals,
    List<Revision> Revisions,
    Dictionary<string, GoalStatus> GoalStatuses
) : IAsyncDisposable
{
    public static async Task<DemoPerson> ReadAsync(CompassDb db, DateTime now)
    {
        var person = await db.People.SingleAsync();
        var today = person.Today(now);
        var goals = await db
            .Goals.IgnoreQueryFilters([QueryFilters.Trash])
            .Include(goal => goal.Milestones)
            .Include(goal => goal.Tasks)
            .AsSplitQuery()
            .ToListAsync();
        var revisions = await db
            .Revisions.OrderBy(revision => revision.GoalId)
            .ThenBy(revision => revision.Number)
            .ToListAsync();
        var currentPerson = (await db.CurrentPersonAsync())!;
        var forecaster = await db.ForecasterAsync(currentPerson, today);
        var goalStatuses = await db.Facts(db.Goals)
            .ToDictionaryAsync(goal => goal.Title, goal => GoalStatus.Evaluate(goal, forecaster));
        return new DemoPerson(db, person, now, today, goals, revisions, goalStatuses);
    }

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
