using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Tasks;

public sealed class NewModel(PageDependencies tools) : TaskForm(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    public override bool IsNew => true;

    /// <summary>Shows the full form with what was typed so far, without saving.</summary>
    [BindProperty]
    public bool More { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        if (More)
        {
            ModelState.Clear();
        }

        return await LoadGoalAsync(GoalId) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        if (More)
        {
            return await OnGetAsync();
        }

        var task = goal.AddTask(Input.Title, Estimate, Input.MilestoneId, Input.Notes);
        goal.PlanForObstacle(task, Input.Obstacle, Input.IfThen);
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(
            T["Task added: {0}", task.Title],
            $"~/goals/{GoalId}?add=task&leads={task.MilestoneId}",
            $"~/tasks/{task.Id}/trash"
        );
    }
}
