using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Directions;

public sealed class IndexModel(PageTools tools) : AppPage(tools)
{
    public string? Statement { get; private set; }

    public DirectionParts DirectionParts { get; private set; } = new([], []);

    public IReadOnlyList<GoalLine> Goals { get; private set; } = [];

    public AttentionBreakdown Lately { get; private set; } = null!;

    public AttentionBreakdown Longer { get; private set; } = null!;

    public bool IsEmpty =>
        Statement is null && DirectionParts.Areas.Count == 0 && DirectionParts.Aspirations.Count == 0;

    public CompassRose Rose => CompassRose.Create(Lately, Longer);

    public override async Task<IActionResult> OnGetAsync()
    {
        Statement = await Db.Directions.Select(direction => direction.Statement).SingleOrDefaultAsync();
        DirectionParts = await Db.PartsAsync();
        Goals = await Db
            .Goals.Where(goal => goal.State != GoalState.Retired)
            .OrderBy(goal => goal.Target)
            .ThenBy(goal => goal.Id)
            .Select(goal => new GoalLine(
                goal.Id,
                goal.Title,
                goal.State,
                goal.Target,
                goal.FocusAreaId,
                goal.AspirationId
            ))
            .ToListAsync();
        var areaTimeEntry = await Db.AreaTimeEntriesAsync(Today, AttentionBreakdown.LongTermDays);
        Lately = AttentionBreakdown.From(DirectionParts.Areas, areaTimeEntry, Today, AttentionBreakdown.RecentDays);
        Longer = AttentionBreakdown.From(DirectionParts.Areas, areaTimeEntry, Today, AttentionBreakdown.LongTermDays);
        return Page();
    }

    /// <summary>The chart in words; null when no time was logged.</summary>
    public string? Finding()
    {
        var seen = Lately.Minutes > 0 ? Lately : Longer;
        var when = seen == Lately ? T["in the last 4 weeks"] : T["in the last 12 weeks"];
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

    public sealed record GoalLine(
        Guid Id,
        string Title,
        GoalState State,
        DateOnly Target,
        Guid? FocusAreaId,
        Guid? AspirationId
    );
}
