using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

/// <summary>Pins a task to a week, or unpins it.</summary>
public sealed class WeekModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid TaskId { get; set; }

    /// <summary>Any day of the week, from the button.</summary>
    [BindProperty]
    public DateOnly? Week { get; set; }

    /// <summary>Any day of the week, from the date field.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public bool Unpin { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var goalId = await Db.Tasks.Where(task => task.Id == TaskId).Select(task => task.GoalId).FirstOrDefaultAsync();
        if (
            await Db.LoadPlanAsync(goalId) is not { } goal
            || goal.Tasks.FirstOrDefault(task => task.Id == TaskId) is not { } task
        )
        {
            return NotFound();
        }

        DateOnly? week = Unpin ? null : Week ?? On ?? throw new DomainRuleException("", "Choose a week.");
        goal.PinTask(task, week, Today);
        await Db.RecordRevisionAsync(goal, Now);
        await Db.SaveChangesAsync();
        return Done(
            week is { } day
                ? T["“{0}” is pinned to the week of {1}.", task.Title, IsoWeek.Monday(day)]
                : T["“{0}” is no longer pinned. The schedule decides when it is done.", task.Title],
            BackPathOr($"~/tasks/{TaskId}")
        );
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .Tasks.Where(task => task.Id == TaskId)
            .Join(Db.Goals, task => task.GoalId, goal => goal.Id, (task, _) => task.Id)
            .AnyAsync()
            ? $"~/tasks/{TaskId}"
            : null;
}
