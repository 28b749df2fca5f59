using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Directions;

public static class DirectionQueries
{
    // An aspiration has no share
    private const int None = -1;

    public static async Task<DirectionParts> PartsAsync(this CompassDb db)
    {
        var rows = await db
            .FocusAreas.Select(area => new
            {
                area.Id,
                Text = area.Name,
                area.Share,
                area.Position,
            })
            .Concat(
                db.Aspirations.Select(aspiration => new
                {
                    aspiration.Id,
                    Text = aspiration.Title,
                    Share = None,
                    aspiration.Position,
                })
            )
            .ToListAsync();
        var ordered = rows.OrderBy(row => row.Position).ThenBy(row => row.Id).ToLookup(row => row.Share == None);
        return new DirectionParts(
            [.. ordered[false].Select(row => new AttentionBreakdown.FocusAreaShare(row.Id, row.Text, row.Share))],
            [.. ordered[true].Select(row => (row.Id, row.Text))]
        );
    }

    public static Task<List<AttentionBreakdown.AreaTimeEntry>> AreaTimeEntriesAsync(
        this CompassDb db,
        DateOnly today,
        int days
    )
    {
        var before = today.AddDays(-days);
        return db
            .TimeEntries.Where(timeEntry => timeEntry.Day > before && timeEntry.Day <= today)
            .Join(
                db.Goals,
                timeEntry => timeEntry.GoalId,
                goal => goal.Id,
                (timeEntry, goal) =>
                    new
                    {
                        goal.FocusAreaId,
                        timeEntry.Day,
                        timeEntry.Minutes,
                    }
            )
            .GroupBy(row => new { row.FocusAreaId, row.Day })
            .Select(group => new AttentionBreakdown.AreaTimeEntry(
                group.Key.FocusAreaId,
                group.Key.Day,
                group.Sum(row => row.Minutes)
            ))
            .ToListAsync();
    }

    /// <summary>The focus area of each active goal that has one, in the person's order of areas.</summary>
    public static async Task<List<(string Area, Guid GoalId)>> ActiveGoalsByAreaAsync(this CompassDb db)
    {
        var rows = await db
            .FocusAreas.Join(
                db.Goals.Where(goal => goal.State == GoalState.Active),
                area => (Guid?)area.Id,
                goal => goal.FocusAreaId,
                (area, goal) =>
                    new
                    {
                        area.Position,
                        area.Name,
                        goal.Id,
                    }
            )
            .OrderBy(row => row.Position)
            .ThenBy(row => row.Name)
            .ToListAsync();
        return [.. rows.Select(row => (row.Name, row.Id))];
    }

    /// <summary>The person's tracked direction; a new one if there is none yet.</summary>
    public static async Task<Direction> LoadDirectionAsync(this CompassDb db, Guid ownerId, int version)
    {
        if (await db.Directions.SingleOrDefaultAsync() is not { } direction)
        {
            direction = new Direction(ownerId, null);
            db.Directions.Add(direction);
            return direction;
        }

        db.RequireVersion(direction, version);

        // Areas and aspirations have no version of their own, so changing them counts as an edit of the direction and
        // stale forms are noticed
        db.Entry(direction).Property(row => row.Statement).IsModified = true;
        return direction;
    }

    /// <summary>The version to fill a form from; -1 while there is no direction.</summary>
    public static async Task<int> VersionAsync(this IQueryable<Direction> directions) =>
        await directions.Select(direction => (int?)direction.Version).SingleOrDefaultAsync() ?? -1;

    /// <summary>Also removes a dropped focus area or aspiration from its goals, including those in Trash.</summary>
    public static async Task ReplacePartsAsync<T>(
        this CompassDb db,
        IReadOnlyCollection<T> before,
        IReadOnlyCollection<T> after
    )
        where T : Domain.OwnedEntity
    {
        var dropped = before.Except(after).ToList();
        var ids = dropped.Select(row => (Guid?)row.Id).ToList();
        var goals =
            ids.Count == 0
                ? []
                : await db
                    .Goals.IgnoreQueryFilters([QueryFilters.Trash])
                    .Where(goal => ids.Contains(goal.FocusAreaId) || ids.Contains(goal.AspirationId))
                    .ToListAsync();
        goals.ForEach(goal => dropped.ForEach(row => goal.RemoveAlignment(row.Id)));
        db.RemoveRange(dropped);
        db.AddRange(after.Except(before));
    }
}
