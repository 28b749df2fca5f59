using System.Linq.Expressions;
using CareerCompass.Domain.Goals;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Persistence;

/// <summary>Deletes data permanently, in foreign-key order.</summary>
public static class PermanentDeletion
{
    /// <summary>Deletes goals and everything that belongs to them, for any owner and including Trash.</summary>
    public static async Task<int> EraseGoalsAsync(this CompassDb db, Expression<Func<Goal, bool>> which)
    {
        var goals = db
            .Goals.IgnoreQueryFilters([QueryFilters.Owner, QueryFilters.Trash])
            .Where(which)
            .Select(goal => goal.Id);
        await db
            .TimeEntries.IgnoreQueryFilters([QueryFilters.Owner, QueryFilters.Trash])
            .Where(row => goals.Contains(row.GoalId))
            .ExecuteDeleteAsync();
        await db
            .Tasks.IgnoreQueryFilters([QueryFilters.Owner, QueryFilters.Trash])
            .Where(row => goals.Contains(row.GoalId))
            .ExecuteDeleteAsync();
        await db
            .Milestones.IgnoreQueryFilters([QueryFilters.Owner, QueryFilters.Trash])
            .Where(row => goals.Contains(row.GoalId))
            .ExecuteDeleteAsync();
        return await db
            .Goals.IgnoreQueryFilters([QueryFilters.Owner, QueryFilters.Trash])
            .Where(which)
            .ExecuteDeleteAsync();
    }

    /// <summary>Locks the rows of all administrators until the transaction ends, so that two of them cannot revoke each
    /// other's role at the same time.</summary>
    public static Task LockAdminsAsync(this CompassDb db) =>
        db.Users.Where(user => user.IsAdmin).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsAdmin, true));
}
