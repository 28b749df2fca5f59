using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Setup;
using CareerCompass.Web.Pages.Shared;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Today;

/// <summary>Today for people who are signed in; an introduction for visitors.</summary>
[AllowAnonymous]
public sealed class TodayModel(PageDependencies tools) : AppPage(tools)
{
    public IReadOnlyList<GoalStatus> GoalStatuses { get; private set; } = [];

    public OpenReview? OpenReview { get; private set; }

    public PromptList Prompts { get; private set; } = PromptList.None;

    public ThisWeek Week { get; private set; } = null!;

    public IReadOnlyList<TodaySection> Sections { get; private set; } = [];

    public SetupCard Setup { get; private set; } = SetupCard.Empty;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (User.Id() is null)
        {
            return RedirectToPage("/Welcome/Index");
        }

        var forecaster = await Db.ForecasterAsync(Person, Today);
        var statuses = await Db.OngoingGoalStatusesAsync(forecaster);
        GoalStatuses = [.. statuses.OrderBy(goal => goal.Facts.State).ThenBy(goal => goal.Facts.Target)];
        var milestones = await Db.TodayMilestonesAsync();
        var tasks = await Db.TodayTasksAsync(Today);
        OpenReview = await Db.OpenReviewAsync();
        Prompts = await LoadPromptsAsync();
        var titles = GoalStatuses.ToDictionary(goal => goal.Facts.Id, goal => goal.Facts.Title);
        var leftOver = await Db.LeftOverWeeksAsync(IsoWeek.Monday(Today));
        Week = ThisWeek.Create(tasks, forecaster.Schedule, leftOver, titles, Today);
        var unlisted = tasks.Where(task =>
            task.Row.DoneOn is not null || (task.DueOn is null && !Week.Contains(task.Row.Id))
        );
        Sections = new TodaySections(T, titles, Today).Create(milestones, tasks, [.. unlisted]);
        Setup = await SetupCard.LoadAsync(Db);
        return Page();
    }

    private async Task<PromptList> LoadPromptsAsync()
    {
        var prompts = await Db.OpenPromptsAsync(null, Url.Content("~/"));
        return PromptList.Create(
            prompts.Select(prompt =>
                prompt.WithStatus(GoalStatuses.FirstOrDefault(goal => goal.Facts.Id == prompt.GoalId))
            ),
            Today
        );
    }
}
