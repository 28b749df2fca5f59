using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

public sealed class HistoryModel(PageDependencies tools) : AppPage(tools)
{
    private const int PageSize = 12;

    [FromRoute]
    public Guid GoalId { get; set; }

    [FromQuery]
    public int? Before { get; set; }

    [FromQuery]
    public string? On { get; set; }

    public string GoalTitle { get; private set; } = "";

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    /// <summary>The latest plan, or that of the requested day; null when there was none.</summary>
    public PlanSnapshotView? Snapshot { get; private set; }

    public int Last { get; private set; }

    public DateOnly? Day { get; private set; }

    public int? Older { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Day = DayParser.Read(On, Today);
        var end = Day is { } day
            ? LocalTime.ToUtc(day.AddDays(1), TimeOnly.MinValue, Person.TimeZone)
            : Now.AddTicks(1);
        if (await Db.GoalHistoryAsync(GoalId, end) is not { } head)
        {
            return NotFound();
        }

        (GoalTitle, Last) = (head.Title, head.LatestNumber);
        var from =
            Before is { } before ? before - 1
            : Day is null ? Last
            : head.NumberInForce ?? Last;
        var revisions = await Db.RevisionsUpToAsync(GoalId, from, PageSize + 1);
        var planSnapshots = revisions.ConvertAll(row => row.Revision.ReadSnapshot());
        Entries =
        [
            .. revisions
                .Take(PageSize)
                .Select(
                    (row, index) =>
                        EntryOf(
                            row.Revision,
                            RevisionSummary.Create(
                                T,
                                row.Revision,
                                index + 1 < planSnapshots.Count ? planSnapshots[index + 1] : null,
                                planSnapshots[index],
                                row.RevisionCause
                            )
                        )
                ),
        ];
        Older = revisions.Count > PageSize ? Entries[^1].Number : null;
        if (Entries.Count > 0 && (Day is null || head.NumberInForce is not null))
        {
            var shown = revisions[0].Revision;
            var then = Day ?? (shown.Number == Last ? Today : LocalTime.DateAt(shown.EditedAt, Person.TimeZone));
            Snapshot = PlanSnapshotView.Create(
                shown,
                Last,
                then,
                Entries[0].Summary,
                await Db.PlanDatesBeforeAsync(GoalId, shown.Number),
                await Db.TasksDoneByAsync(GoalId, then)
            );
        }

        return Page();
    }

    private Entry EntryOf(Revision revision, RevisionSummary revisionSummary) =>
        new(
            revision.Number,
            revision.EditedAt,
            revision.SealedAt is null && Now - revision.EditedAt <= Revision.AmendWindow,
            revisionSummary,
            revisionSummary.Cause is { UndoneOn: null, Correction: { ChangeSetJson: not null } by }
                && by.UndoUntil >= Today
                && (revision.Number == Last || by.Kind == CorrectionKind.RaiseCapacity)
        );

    public sealed record Entry(int Number, DateTime At, bool IsOpen, RevisionSummary Summary, bool CanUndo)
    {
        public Correction? Correction => Summary.Cause?.Correction;
    }
}
