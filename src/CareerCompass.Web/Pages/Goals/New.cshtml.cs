using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

public sealed class NewModel(PageTools tools) : AppPage(tools)
{
    [BindProperty]
    public GoalInput Input { get; set; } = new();

    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync()
    {
        var goal = new Goal(Me.Id, Input.Title, Input.Why, Input.DoneWhen, Input.Target!.Value, Today);
        Db.Goals.Add(goal);
        Db.Revisions.Add(Revision.Keep(goal, null, Now)!);
        await Db.WakeAsync(Now);
        await Db.SaveChangesAsync();
        return Done(T["Goal set. Now break it into milestones and tasks."], $"~/goals/{goal.Id}");
    }
}
