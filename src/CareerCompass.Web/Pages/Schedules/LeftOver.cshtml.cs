using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>Pins all tasks that are left over from earlier weeks, or lets the schedule place them.</summary>
public sealed class LeftOverModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    private DateOnly ThisWeek => IsoWeek.Monday(Today);

    public async Task<IActionResult> OnPostAsync()
    {
        var ids = (await Db.LeftOverWeeksAsync(ThisWeek)).Keys.ToList();
        if (Verb == "release")
        {
            await Db.WeekPlanTasks.Where(row => ids.Contains(row.TaskId) && row.Week < ThisWeek).ExecuteDeleteAsync();
            return Done(T["The schedule decides when these tasks are done."], BackPathOr("~/"));
        }

        await PinAsync(ids, ThisWeek.AddDays(Verb == "this-week" ? 0 : 7));
        await Db.SaveChangesAsync();
        return Done(
            Verb == "this-week"
                ? T.Count(ids.Count, "{0} task moved to this week.", "{0} tasks moved to this week.")
                : T.Count(ids.Count, "{0} task moved to next week.", "{0} tasks moved to next week."),
            BackPathOr("~/")
        );
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/");

    private async Task PinAsync(List<Guid> ids, DateOnly week)
    {
        var goals = await Db
            .Goals.Include(goal => goal.Milestones)
            .Include(goal => goal.Tasks)
            .AsSplitQuery()
            .Where(goal => goal.Tasks.Any(task => ids.Contains(task.Id)))
            .ToListAsync();
        var goalIds = goals.ConvertAll(goal => goal.Id);
        var latest = await Db.LatestRevisions(goalIds).ToDictionaryAsync(revision => revision.GoalId);
        foreach (var goal in goals)
        {
            foreach (var task in goal.Tasks.Where(task => ids.Contains(task.Id)))
            {
                goal.PinTask(task, week, Today);
            }

            if (Revision.RecordEdit(goal, latest.GetValueOrDefault(goal.Id), Now) is { } revision)
            {
                Db.Revisions.Add(revision);
            }
        }
    }
}
