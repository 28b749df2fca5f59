using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Jobs;

internal static class PauseEnd
{
    public static async Task ResumeGoalsAsync(
        CompassDb db,
        List<Person> people,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var ids = people.ConvertAll(person => person.Id);
        // The latest local date in any zone
        var latest = DateOnly.FromDateTime(now).AddDays(1);
        var paused = await db
            .Goals.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(goal => ids.Contains(goal.OwnerId) && goal.State == GoalState.Paused && goal.PausedUntil <= latest)
            .Include(goal => goal.Milestones)
            .Include(goal => goal.Tasks)
            .AsSplitQuery()
            .ToListAsync(cancellation);
        if (paused.Count == 0)
        {
            return;
        }

        var goals = paused.ConvertAll(goal => goal.Id);
        var revisions = await db
            .Revisions.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(revision => goals.Contains(revision.GoalId))
            .GroupBy(revision => revision.GoalId)
            .Select(group => group.OrderByDescending(revision => revision.Number).First())
            .ToDictionaryAsync(revision => revision.GoalId, cancellation);
        var todays = people.ToDictionary(person => person.Id, person => person.Today(now));
        foreach (var goal in paused.Where(goal => goal.ResumeIfPauseEnded(todays[goal.OwnerId])))
        {
            db.Revisions.Add(Revision.RecordSealed(goal, revisions.GetValueOrDefault(goal.Id), null, now));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
