using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Prompts;

public sealed class IndexModel(PageDependencies tools) : AppPage(tools)
{
    private const int Batch = 30;

    /// <summary>Days for which a declined prompt can be reopened; after that, its rule may raise it again.</summary>
    private const int ReopenDays = 28;

    [FromQuery]
    public int Show { get; set; } = Batch;

    public IReadOnlyList<PromptCard> Open { get; private set; } = [];

    public IReadOnlyList<(string Key, string Title, IReadOnlyList<PromptLine> PromptLines)> Sections
    {
        get;
        private set;
    } = [];

    public int? ShowMore { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Show = Math.Clamp(Show, Batch, 10_000);
        var goalStatuses = (await Db.OngoingGoalStatusesAsync(await Db.ForecasterAsync(Person, Today))).ToDictionary(
            goalStatus => goalStatus.Facts.Id
        );
        Open = PromptList.SortByImportance(
            (await Db.OpenPromptsAsync(null, Url.Content("~/prompts"))).Select(prompt =>
                prompt.WithStatus(goalStatuses.GetValueOrDefault(prompt.GoalId ?? Guid.Empty))
            ),
            Today
        );
        var rows = await Db
            .Prompts.Where(prompt =>
                prompt.State != PromptState.Open
                && (prompt.GoalId == null || Db.Goals.Any(goal => goal.Id == prompt.GoalId))
            )
            .OrderByDescending(prompt => prompt.State == PromptState.Snoozed)
            .ThenByDescending(prompt => prompt.ClosedAt)
            .ThenByDescending(prompt => prompt.Id)
            .Take(Show + 1)
            .Select(prompt => new Row(
                prompt.Id,
                prompt.Rule,
                prompt.State,
                prompt.EvidenceJson,
                prompt.GoalId,
                Db.Goals.Where(goal => goal.Id == prompt.GoalId).Select(goal => goal.Title).FirstOrDefault(),
                prompt.QuietFrom,
                prompt.SnoozedUntil,
                prompt.ClosedAt,
                prompt.DeclineReason,
                prompt.Reason,
                Db.Corrections.Where(correction => correction.PromptId == prompt.Id)
                    .Select(correction => (CorrectionKind?)correction.Kind)
                    .FirstOrDefault()
            ))
            .ToListAsync();
        ShowMore = rows.Count > Show ? Show + Batch : null;
        var promptLines = rows.Take(Show).ToLookup(row => row.State == PromptState.Snoozed, Tell);
        Sections =
        [
            .. new (string, string, IReadOnlyList<PromptLine>)[]
            {
                ("later", T["Snoozed"], [.. promptLines[true]]),
                ("closed", T["Past decisions"], [.. promptLines[false]]),
            }.Where(list => list.Item3.Count > 0),
        ];
        return Page();
    }

    private PromptLine Tell(Row row)
    {
        var day = row.ClosedAt is { } closed ? LocalTime.DateAt(closed, Person.TimeZone) : Today;
        var what =
            row.State == PromptState.Snoozed
                ? T["Comes back on {0}", row.SnoozedUntil!.Value]
                : T["{0} on {1}", row.Decided is { } kind ? T.Name(kind) : T.Name(row.State), day];
        var why = new[] { row.DeclineReason is { } because ? T.Name(because) : null, row.Reason }.OfType<string>();
        return new PromptLine(
            row.Id,
            T.Headline(row.Rule, PromptEvidence.FromJson(row.Rule, row.EvidenceJson), row.QuietFrom),
            T.Name(row.Rule) + " · " + what,
            string.Join(". ", why),
            row.GoalId,
            row.Goal,
            row.State == PromptState.Snoozed
                || (row.State == PromptState.Declined && row.ClosedAt > Now.AddDays(-ReopenDays))
        );
    }

    public sealed record PromptLine(
        Guid Id,
        string Headline,
        string Outcome,
        string Reason,
        Guid? GoalId,
        string? Goal,
        bool CanReopen
    );

    private sealed record Row(
        Guid Id,
        PromptRule Rule,
        PromptState State,
        string EvidenceJson,
        Guid? GoalId,
        string? Goal,
        DateOnly QuietFrom,
        DateOnly? SnoozedUntil,
        DateTime? ClosedAt,
        DeclineReason? DeclineReason,
        string? Reason,
        CorrectionKind? Decided
    );
}
