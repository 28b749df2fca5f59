using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

/// <summary>A goal's plan in one revision. The history replays revisions through this page.</summary>
public sealed class RevisionModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public string GoalTitle { get; private set; } = "";

    public PlanSnapshotView Snapshot { get; private set; } = null!;

    public IReadOnlyList<MilestoneGroup> Groups { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (
            await Db.GoalHistoryAsync(GoalId, Now) is not { } head
            || await Db.RevisionsUpToAsync(GoalId, Number, 2) is not [var (revision, revisionCause), ..] two
            || revision.Number != Number
        )
        {
            return NotFound();
        }

        GoalTitle = head.Title;
        var day = LocalTime.DateAt(revision.EditedAt, Person.TimeZone);
        var revisionSummary = RevisionSummary.Create(
            T,
            revision,
            two.Count > 1 ? two[1].Revision.ReadSnapshot() : null,
            revision.ReadSnapshot(),
            revisionCause
        );
        Snapshot = PlanSnapshotView.Create(
            revision,
            head.LatestNumber,
            day,
            revisionSummary,
            await Db.PlanDatesBeforeAsync(GoalId, Number),
            await Db.TasksDoneByAsync(GoalId, day)
        );
        Groups = MilestoneGroup.Create(
            Snapshot.PlanSnapshot.Milestones,
            [
                .. Snapshot.PlanSnapshot.Tasks.Select(task => new TaskRow(
                    task.Id,
                    task.Title,
                    task.Estimate,
                    task.MilestoneId,
                    task.DoneOn,
                    false
                )),
            ],
            day,
            T["No milestone"]
        );
        return Page();
    }
}
