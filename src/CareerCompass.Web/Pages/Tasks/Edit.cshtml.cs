using CareerCompass.Domain.Planning;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

public sealed class EditModel(PageTools tools) : TaskForm(tools)
{
    [FromRoute]
    public Guid TaskId { get; set; }

    public override bool IsNew => false;

    public Guid GoalId { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>The task as it is stored, whatever stands in the form.</summary>
    public TaskInput Saved { get; private set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db.Tasks.Where(task => task.Id == TaskId)
            .Select(task => new { task.GoalId, task.DoneOn, task.Title, task.Estimate, task.MilestoneId, task.Notes, task.Version }).SingleOrDefaultAsync();
        if (row is null || !await LoadGoalAsync(row.GoalId))
        {
            return NotFound();
        }

        (GoalId, DoneOn) = (row.GoalId, row.DoneOn);
        Input = Saved = new TaskInput
        {
            Title = row.Title,
            Estimate = row.Estimate is { } minutes ? Duration.Text(minutes) : null,
            // a milestone that is in Trash counts as none
            MilestoneId = Milestones.Any(milestone => milestone.Value == row.MilestoneId?.ToString()) ? row.MilestoneId : null,
            Notes = row.Notes,
            Version = row.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var goalId = await Db.Tasks.Where(task => task.Id == TaskId).Select(task => task.GoalId).SingleOrDefaultAsync();
        if (await Db.RouteAsync(goalId) is not { } goal)
        {
            return NotFound();
        }

        var task = goal.Tasks.Single(task => task.Id == TaskId);
        Db.Expect(task, Input.Version);
        goal.EditTask(task, Input.Title, Estimate, Input.MilestoneId, Input.Notes);
        await Db.KeepAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/goals/{goalId}");
    }
}
