using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Directions;

public sealed class IndexModel(PageDependencies tools) : AppPage(tools)
{
    public string? Statement { get; private set; }

    public DirectionParts DirectionParts { get; private set; } = new([], []);

    public IReadOnlyList<GoalRow> Goals { get; private set; } = [];

    public AttentionBreakdown Recent { get; private set; } = null!;

    public AttentionBreakdown LongTerm { get; private set; } = null!;

    public bool IsEmpty =>
        Statement is null && DirectionParts.FocusAreas.Count == 0 && DirectionParts.Aspirations.Count == 0;

    public CompassRose Rose => CompassRose.Create(Recent, LongTerm);

    public override async Task<IActionResult> OnGetAsync()
    {
        Statement = await Db.Directions.Select(direction => direction.Statement).SingleOrDefaultAsync();
        DirectionParts = await Db.PartsAsync();
        Goals = await Db
            .Goals.Where(goal => goal.State != GoalState.Retired)
            .OrderBy(goal => goal.Target)
            .ThenBy(goal => goal.Id)
            .Select(goal => new GoalRow(
                goal.Id,
                goal.Title,
                goal.State,
                goal.Target,
                goal.FocusAreaId,
                goal.AspirationId
            ))
            .ToListAsync();
        var areaTimeEntries = await Db.AreaTimeEntriesAsync(Today, AttentionBreakdown.LongTermDays);
        Recent = AttentionBreakdown.From(
            DirectionParts.FocusAreas,
            areaTimeEntries,
            Today,
            AttentionBreakdown.RecentDays
        );
        LongTerm = AttentionBreakdown.From(
            DirectionParts.FocusAreas,
            areaTimeEntries,
            Today,
            AttentionBreakdown.LongTermDays
        );
        return Page();
    }

    /// <summary>The chart in words; null when no time was logged.</summary>
    public string? DescribeAttention()
    {
        var seen = Recent.Minutes > 0 ? Recent : LongTerm;
        var when = seen == Recent ? T["in the last 4 weeks"] : T["in the last 12 weeks"];
        return (seen.Minutes, seen.OverservedArea, seen.UnderservedArea) switch
        {
            (0, _, _) => null,
            (_, { } much, { } little) => T[
                "{0} took {1} % of your time {2}, {3} points more than you want. {4} got {5} %, {6} points less.",
                much.Name,
                much.ActualShare,
                when,
                much.Drift,
                little.Name,
                little.ActualShare,
                -little.Drift
            ],
            (_, { } much, null) => T[
                "{0} took {1} % of your time {2}, {3} points more than you want.",
                much.Name,
                much.ActualShare,
                when,
                much.Drift
            ],
            (_, null, { } little) => T[
                "{0} got {1} % of your time {2}, {3} points less than you want.",
                little.Name,
                little.ActualShare,
                when,
                -little.Drift
            ],
            _ => T["Your time went roughly where you want it {0}.", when],
        };
    }

    public sealed record GoalRow(
        Guid Id,
        string Title,
        GoalState State,
        DateOnly Target,
        Guid? FocusAreaId,
        Guid? AspirationId
    );
}
