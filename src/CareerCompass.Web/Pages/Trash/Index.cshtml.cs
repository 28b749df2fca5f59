using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Trash;

/// <summary>Parts of a goal in Trash are restored with it.</summary>
public sealed class TrashModel(PageDependencies tools) : AppPage(tools)
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var goals = await Trashed(Db.Goals)
            .Where(goal => goal.TrashedAt != null)
            .Select(goal => new Row("goals", goal.Id, goal.Title, null, goal.TrashedAt!.Value))
            .ToListAsync();
        var templates = await Trashed(Db.PersonalTemplates)
            .Where(template => template.TrashedAt != null)
            .Select(template => new Row("templates", template.Id, template.Title, null, template.TrashedAt!.Value))
            .ToListAsync();
        var living = Trashed(Db.Goals).Where(goal => goal.TrashedAt == null);
        var milestones = await Trashed(Db.Milestones)
            .Where(row => row.TrashedAt != null)
            .Join(
                living,
                row => row.GoalId,
                goal => goal.Id,
                (row, goal) => new Row("milestones", row.Id, row.Title, goal.Title, row.TrashedAt!.Value)
            )
            .ToListAsync();
        var tasks = await Trashed(Db.Tasks)
            .Where(row => row.TrashedAt != null)
            .Join(
                living,
                row => row.GoalId,
                goal => goal.Id,
                (row, goal) => new Row("tasks", row.Id, row.Title, goal.Title, row.TrashedAt!.Value)
            )
            .ToListAsync();
        var tripwires = await Trashed(Db.Tripwires)
            .Where(row => row.TrashedAt != null)
            .Join(
                living,
                row => row.GoalId,
                goal => goal.Id,
                (row, goal) => new Row("tripwires", row.Id, row.Premise, goal.Title, row.TrashedAt!.Value)
            )
            .ToListAsync();
        var efforts = await Trashed(Db.TimeEntries)
            .Where(row => row.TrashedAt != null)
            .Join(
                living,
                row => row.GoalId,
                goal => goal.Id,
                (row, goal) =>
                    new
                    {
                        row.Id,
                        row.Minutes,
                        row.Day,
                        goal.Title,
                        TrashedAt = row.TrashedAt!.Value,
                    }
            )
            .ToListAsync();
        Rows =
        [
            .. goals
                .Concat(templates)
                .Concat(milestones)
                .Concat(tasks)
                .Concat(tripwires)
                .Concat(
                    efforts.Select(row => new Row(
                        "efforts",
                        row.Id,
                        T["{0} on {1}", T.Minutes(row.Minutes), row.Day],
                        row.Title,
                        row.TrashedAt
                    ))
                )
                .OrderByDescending(row => row.TrashedAt),
        ];
        return Page();
    }

    private static IQueryable<T> Trashed<T>(IQueryable<T> rows)
        where T : class => rows.IgnoreQueryFilters([QueryFilters.Trash]);

    /// <param name="Kind">The path segment for restoring it.</param>
    public sealed record Row(string Kind, Guid Id, string Title, string? Goal, DateTime TrashedAt);
}
