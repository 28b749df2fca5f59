using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

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
        if (await FindHomePathAsync() is not { } home)
        {
            return NotFound();
        }

        var board = await Db.SchedulingDataAsync();
        var task = board.OpenTasks.FirstOrDefault(task => task.Id == TaskId)
            ?? throw new DomainRuleException("", "You can only schedule open tasks of current goals.");
        if (Unpin)
        {
            var pins = board.TaskAllocations.Where(row => row.TaskId == TaskId && row.IsPinned).ToList();
            var there = board
                .TaskAllocations.Where(row => row.TaskId == TaskId && !row.IsPinned)
                .Select(row => row.Week)
                .ToHashSet();
            await Db.ReplaceAllocationsAsync(
                board,
                pins,
                [
                    .. pins.Where(pin => !there.Contains(pin.Week))
                        .Select(pin => new TaskAllocation(
                            pin.OwnerId,
                            pin.GoalId,
                            pin.TaskId,
                            pin.Week,
                            pin.Minutes,
                            false
                        )),
                ],
                Now,
                seal: false
            );
            await Db.SaveChangesAsync();
            return Done(T["“{0}” is no longer pinned. The schedule can move it again.", task.Title], BackPathOr(home));
        }

        var week = IsoWeek.Monday(Week ?? On ?? throw new DomainRuleException("", "Choose a week."));
        await Db.PinAsync(board, [task], week, Today, Now);
        await Db.SaveChangesAsync();
        return Done(T["“{0}” is pinned to the week of {1}.", task.Title, week], BackPathOr(home));
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .Tasks.Where(task => task.Id == TaskId)
            .Join(Db.Goals, task => task.GoalId, goal => goal.Id, (task, _) => task.Id)
            .AnyAsync()
            ? $"~/tasks/{TaskId}"
            : null;
}
