using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Prompts;

public sealed class IndexModel(PageTools tools) : AppPage(tools)
{
    private const int Batch = 30;

    /// <summary>Days for which a declined prompt can be reopened; after that, its rule may raise it again.</summary>
    private const int OpenCount = 28;

    [FromQuery]
    public int Show { get; set; } = Batch;

    public IReadOnlyList<PromptCard> Open { get; private set; } = [];

    public IReadOnlyList<(string Key, string Title, IReadOnlyList<Line> Lines)> Lists { get; private set; } = [];

    public int? ShowMore { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Show = Math.Clamp(Show, Batch, 10_000);
        var goalStatuses = (await Db.UntrashedGoalStatusesAsync(Person, Today)).ToDictionary(goalStatus =>
            goalStatus.Facts.Id
        );
        Open = PromptList.InOrder(
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
        var lines = rows.Take(Show).ToLookup(row => row.State == PromptState.Snoozed, Tell);
        Lists =
        [
            .. new (string, string, IReadOnlyList<Line>)[]
            {
                ("later", T["Snoozed"], [.. lines[true]]),
                ("closed", T["Past decisions"], [.. lines[false]]),
            }.Where(list => list.Item3.Count > 0),
        ];
        return Page();
    }

    private Line Tell(Row row)
    {
        var day = row.ClosedAt is { } closed ? LocalTime.DateAt(closed, Person.TimeZone) : Today;
        var what =
            row.State == PromptState.Snoozed
                ? T["Comes back on {0}", row.SnoozedUntil!.Value]
                : T["{0} on {1}", row.Decided is { } kind ? T.Name(kind) : T.Name(row.State), day];
        var why = new[] { row.DeclineReason is { } because ? T.Name(because) : null, row.Reason }.OfType<string>();
        return new Line(
            row.Id,
            T.Headline(row.Rule, PromptEvidence.FromJson(row.Rule, row.EvidenceJson), row.QuietFrom),
            T.Name(row.Rule) + " · " + what,
            string.Join(". ", why),
            row.GoalId,
            row.Goal,
            row.State == PromptState.Snoozed
                || (row.State == PromptState.Declined && row.ClosedAt > Now.AddDays(-OpenCount))
        );
    }

    public sealed record Line(
        Guid Id,
        string Headline,
        string What,
        string Why,
        Guid? GoalId,
        string? Goal,
        bool Reopens
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
