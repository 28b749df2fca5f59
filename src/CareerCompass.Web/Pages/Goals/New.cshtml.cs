using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Goals;

public sealed class NewModel(PageDependencies tools) : GoalForm(tools)
{
    [FromQuery]
    public Guid? Area { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        await LoadAlignmentChoicesAsync();
        Input.FocusAreaId ??= Area;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var goal = new Goal(Person.Id, Input.Title, Input.Why, Input.DoneWhen, Input.Target!.Value, Today);
        await AlignAsync(goal);
        Db.Goals.Add(goal);
        Db.Revisions.Add(Revision.RecordEdit(goal, null, Now)!);
        await Db.EnsureScheduledAsync(Now);
        await Db.SaveChangesAsync();
        return Done(T["Goal created. Now break it down into milestones and tasks."], $"~/goals/{goal.Id}");
    }
}
