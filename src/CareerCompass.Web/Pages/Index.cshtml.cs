using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages;

/// <summary>Today: what leads to the next milestones, what is overdue, where each goal stands. Strangers are shown what this is.</summary>
[AllowAnonymous]
public sealed class IndexModel(PageTools tools) : AppPage(tools)
{
    private const int MostPrompts = 3;

    private static readonly List<PromptRule> Severity = [PromptRule.OffCourse, PromptRule.Stalled, PromptRule.Drifting, PromptRule.NoRoute];

    public IReadOnlyList<Standing> Standings { get; private set; } = [];

    public (Guid Id, ReviewKind Kind, DateTime OpenedAt)? OpenReview { get; private set; }

    public IReadOnlyList<PromptCard> Prompts { get; private set; } = [];

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (User.Id() is null)
        {
            return RedirectToPage("/Welcome");
        }

        var alive = Db.Goals.Where(goal => goal.State == GoalState.Active || goal.State == GoalState.Paused);
        Standings = [.. (await Db.StandingsAsync(alive, Me, Today)).OrderBy(standing => standing.Facts.State).ThenBy(standing => standing.Facts.Target)];
        var active = Db.Goals.Where(goal => goal.State == GoalState.Active);
        var milestones = await Db.Milestones
            .Join(active, milestone => milestone.GoalId, goal => goal.Id, (milestone, goal) => new { milestone, goal })
            .OrderBy(row => row.milestone.Date).ThenBy(row => row.milestone.Id)
            .Select(row => new MilestoneRow(
                row.milestone.Id, row.milestone.Title, row.milestone.Date, row.milestone.ReachedOn != null, row.goal.Id, row.goal.Title, Db.Tasks.Any(task => task.MilestoneId == row.milestone.Id)))
            .ToListAsync();
        var tasks = await Db.Tasks.Where(task => task.DoneOn == null || task.DoneOn == Today)
            .Join(active, task => task.GoalId, goal => goal.Id, (task, goal) => new { task, goal })
            .OrderBy(row => row.task.Position).ThenBy(row => row.task.Id)
            .Select(row => new OpenTask(new TaskRow(row.task.Id, row.task.Title, row.task.Estimate, row.task.MilestoneId, row.task.DoneOn, false), row.goal.Id, row.goal.Title)).ToListAsync();
        var review = await Db.Reviews.Where(review => review.State == ReviewState.Open).OrderByDescending(review => review.Date)
            .Select(review => new { review.Id, review.Kind, review.OpenedAt }).FirstOrDefaultAsync();
        OpenReview = review is null ? null : (review.Id, review.Kind, review.OpenedAt);
        var prompts = await Db.Prompts.Where(prompt => prompt.State == PromptState.Open).OrderByDescending(prompt => prompt.RaisedAt)
            .Cards(Db, Url.Content("~/")).ToListAsync();
        Prompts = [.. prompts.OrderBy(prompt => Severity.IndexOf(prompt.Rule)).Take(MostPrompts)
            .Select(prompt => prompt.Now(Standings.FirstOrDefault(standing => standing.Facts.Id == prompt.GoalId)))];
        Sections = Arrange(milestones, tasks);
        return Page();
    }

    private List<Section> Arrange(List<MilestoneRow> milestones, List<OpenTask> tasks)
    {
        var open = tasks.Where(task => task.Row.DoneOn is null).ToLookup(task => task.Row.MilestoneId);

        // A milestone whose tasks are all done is reached, and waits for nothing
        var legs = milestones.Where(milestone => open[milestone.Id].Any() || !(milestone.HasTasks || milestone.IsReached)).Select(milestone => new TodayLeg(
            milestone.GoalId, milestone.Goal, milestone.Id, milestone.Title, milestone.Date, !milestone.IsReached && milestone.Date < Today, [.. open[milestone.Id].Select(task => task.Row)])).ToList();
        var late = legs.Where(leg => leg.Late).ToList();
        var next = legs.Where(leg => !leg.Late).GroupBy(leg => leg.GoalId).Select(goal => goal.First()).ToList();
        var known = milestones.Select(milestone => (Guid?)milestone.Id).ToHashSet();
        var loose = tasks.Where(task => task.Row.DoneOn is null && !known.Contains(task.Row.MilestoneId)).GroupBy(task => (task.GoalId, task.Goal))
            .Select(goal => new TodayLeg(goal.Key.GoalId, goal.Key.Goal, null, null, null, false, [.. goal.Select(task => task.Row)]));
        var done = tasks.Where(task => task.Row.DoneOn is not null).GroupBy(task => (task.GoalId, task.Goal))
            .Select(goal => new TodayLeg(goal.Key.GoalId, goal.Key.Goal, null, null, null, false, [.. goal.Select(task => task.Row)]));
        return
        [
            .. new Section[]
            {
                new("overdue", T["Overdue"], late),
                new("next", T["On the way to the next milestones"], next),
                new("loose", T["Open, without a milestone"], [.. loose]),
                new("done", T["Done today"], [.. done]),
            }.Where(section => section.Legs.Count > 0),
        ];
    }

    public sealed record Section(string Key, string Title, IReadOnlyList<TodayLeg> Legs);

    public sealed record TodayLeg(
        Guid GoalId, string Goal, Guid? MilestoneId, string? Milestone, DateOnly? Date, bool Late, IReadOnlyList<TaskRow> Tasks);

    private sealed record MilestoneRow(Guid Id, string Title, DateOnly Date, bool IsReached, Guid GoalId, string Goal, bool HasTasks);

    private sealed record OpenTask(TaskRow Row, Guid GoalId, string Goal);
}
