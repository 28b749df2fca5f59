using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Layouts;

/// <summary>Shows what a lay-out would be, with what does not fit, and saves it when told so.</summary>
public abstract class LayoutPage(PageTools tools) : AppPage(tools)
{
    /// <summary>Weeks that are open to begin with.</summary>
    public const int Near = 8;

    private LayoutBoard board = null!;

    /// <summary>The goal that is laid out alone; null for all.</summary>
    public abstract Guid? Only { get; }

    public Layout? LaidOut { get; private set; }

    /// <summary>How many tasks would come to lie elsewhere.</summary>
    public int Moves { get; private set; }

    public IReadOnlyDictionary<Guid, Goal> Goals { get; private set; } = new Dictionary<Guid, Goal>();

    public IReadOnlyDictionary<Guid, PlanTask> Tasks { get; private set; } = new Dictionary<Guid, PlanTask>();

    public ILookup<DateOnly, Layout.Part> Parts { get; private set; } = Array.Empty<Layout.Part>().ToLookup(part => part.Week);

    public DateOnly ThisWeek => IsoWeek.Monday(Today);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        try
        {
            LaidOut = Layout.Of(board.Plan(Me.Hours, Today, Only));
        }
        catch (RuleBroken rule)
        {
            ModelState.Clear();
            Refuse(rule);
            return Page();
        }

        Parts = LaidOut.Parts.ToLookup(part => part.Week);
        Moves = Moved(LaidOut);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var moved = await Db.LayOutAsync(board, Layout.Of(board.Plan(Me.Hours, Today, Only)), Only, Today, Now);
        await Db.SaveChangesAsync();
        return Done(
            moved == 0 ? T["Everything lies where it should already."] : T.Count(moved, "Laid out: {0} task has a new week.", "Laid out: {0} tasks have new weeks."),
            Only is { } goal ? $"~/goals/{goal}" : "~/");
    }

    private async Task<bool> LoadAsync()
    {
        board = await Db.LayoutBoardAsync();
        Goals = board.Goals.ToDictionary(goal => goal.Id);
        Tasks = board.Open.ToDictionary(task => task.Id);
        return Only is not { } id || Goals.ContainsKey(id);
    }

    private int Moved(Layout layout)
    {
        var was = board.Placements.Select(row => (row.TaskId, row.Week, row.Minutes, row.Pinned)).ToLookup(row => row.TaskId);
        var becomes = layout.Parts.Select(part => (part.TaskId, part.Week, part.Minutes, part.Pinned)).ToLookup(row => row.TaskId);
        return Tasks.Keys.Where(id => Only is null || Tasks[id].GoalId == Only).Count(id => !was[id].Order().SequenceEqual(becomes[id].Order()));
    }
}
