using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>How a goal's route changed, in words.</summary>
public sealed class HistoryModel(PageTools tools) : AppPage(tools)
{
    private const int PageSize = 30;

    [FromRoute]
    public Guid GoalId { get; set; }

    /// <summary>Shows the revisions before this number.</summary>
    [FromQuery]
    public int? Before { get; set; }

    public string GoalTitle { get; private set; } = "";

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public int? Older { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await Db.Goals.Where(goal => goal.Id == GoalId).Select(goal => goal.Title).SingleOrDefaultAsync() is not { } title)
        {
            return NotFound();
        }

        GoalTitle = title;
        var revisions = await Db.Revisions.AsNoTracking().Where(revision => revision.GoalId == GoalId && (Before == null || revision.Number < Before))
            .OrderByDescending(revision => revision.Number).Take(PageSize + 1).ToListAsync();
        var corrections = await Db.Corrections.AsNoTracking().Where(correction => correction.GoalId == GoalId).ToDictionaryAsync(correction => correction.Id);
        var routes = revisions.ConvertAll(revision => revision.Route());
        Entries = [.. revisions.Take(PageSize).Select((revision, index) => Tell(
            revision, corrections.GetValueOrDefault(revision.CorrectionId ?? Guid.Empty), index + 1 < routes.Count ? routes[index + 1] : null, routes[index]))];
        Older = revisions.Count > PageSize ? Entries[^1].Number : null;
        return Page();
    }

    private Entry Tell(Revision revision, Correction? correction, Domain.Goals.Route? before, Domain.Goals.Route route)
    {
        var changes = before is null
            ? [T["target {0}", route.Target], T.Count(route.Milestones.Count, "{0} milestone", "{0} milestones"), T.Count(route.Tasks.Count, "{0} task", "{0} tasks")]
            : RouteDiff.Between(before, route).Select(T.Of).ToList();
        var title = correction is not null ? T.Name(correction.Kind)
            : before is null ? T["Goal set"]
            : before.State == GoalState.Paused && route.State == GoalState.Active ? T["The pause ended"]
            : revision.SealedAt is not null && RouteDiff.Between(before, route) is [{ Kind: RouteChangeKind.TasksLaidOut }] ? T["Laid out"]
            : T["Plan edited"];
        return new Entry(revision.Number, revision.EditedAt, revision.SealedAt is null && Now - revision.EditedAt <= Revision.OpenFor, title, changes, correction);
    }

    public sealed record Entry(int Number, DateTime At, bool IsOpen, string Title, IReadOnlyList<string> Changes, Correction? Correction);
}
