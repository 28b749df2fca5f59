using System.Linq.Expressions;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

/// <summary>Deletes for good, in an order that every foreign key agrees with.</summary>
public static class PersonErasure
{
    /// <summary>Deletes goals with all that hangs on them, of whomever and in Trash or not.</summary>
    public static async Task<int> EraseGoalsAsync(this CompassDb db, Expression<Func<Goal, bool>> which)
    {
        var goals = db.Goals.IgnoreQueryFilters([Filters.Owner, Filters.Trash]).Where(which).Select(goal => goal.Id);
        await db
            .TimeEntries.IgnoreQueryFilters([Filters.Owner, Filters.Trash])
            .Where(row => goals.Contains(row.GoalId))
            .ExecuteDeleteAsync();
        await db
            .Tasks.IgnoreQueryFilters([Filters.Owner, Filters.Trash])
            .Where(row => goals.Contains(row.GoalId))
            .ExecuteDeleteAsync();
        await db
            .Milestones.IgnoreQueryFilters([Filters.Owner, Filters.Trash])
            .Where(row => goals.Contains(row.GoalId))
            .ExecuteDeleteAsync();
        return await db.Goals.IgnoreQueryFilters([Filters.Owner, Filters.Trash]).Where(which).ExecuteDeleteAsync();
    }

    /// <summary>
    /// Keeps all administrators' rows as they are until the transaction ends: of two who take it from each other at the same
    /// moment, the second waits and then sees what the first did.
    /// </summary>
    public static Task LockAdminsAsync(this CompassDb db) =>
        db.Users.Where(user => user.IsAdmin).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsAdmin, true));
}
