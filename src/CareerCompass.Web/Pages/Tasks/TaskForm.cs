using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

public abstract class TaskForm(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public TaskInput Input { get; set; } = new();

    public abstract bool IsNew { get; }

    public IReadOnlyList<SelectListItem> Milestones { get; private set; } = [];

    public string GoalTitle { get; private set; } = "";

    protected int? Estimate => Duration.Parse(Input.Estimate, Limits.MaxEstimateMinutes, nameof(Input.Estimate));

    protected async Task<bool> LoadGoalAsync(Guid goalId)
    {
        var goal = await Db
            .Goals.Where(goal => goal.Id == goalId)
            .Select(goal => new
            {
                goal.Title,
                Milestones = goal
                    .Milestones.OrderBy(milestone => milestone.Date)
                    .Select(milestone => new { milestone.Id, milestone.Title })
                    .ToList(),
            })
            .SingleOrDefaultAsync();
        if (goal is null)
        {
            return false;
        }

        GoalTitle = goal.Title;
        Milestones =
        [
            .. goal.Milestones.Select(milestone => new SelectListItem(milestone.Title, milestone.Id.ToString())),
            new SelectListItem(T["No milestone"], ""),
        ];
        return true;
    }
}
