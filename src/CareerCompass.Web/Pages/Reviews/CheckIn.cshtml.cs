using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed class CheckInModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    [FromRoute]
    public Guid GoalId { get; set; }

    [BindProperty]
    public CheckInInput Input { get; set; } = new();

    public ReviewGuide ReviewGuide { get; private set; } = null!;

    public GoalReview Goal { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await ReviewGuide.LoadAsync(Db, ReviewId) is not { Review: var review } reviewGuide)
        {
            return NotFound();
        }

        if (!review.IsOpen && ModelState.IsValid)
        {
            return LocalRedirect(Url.Content($"~/reviews/{ReviewId}"));
        }

        ReviewGuide = reviewGuide;
        if ((await GoalReview.LoadAsync(this, Db.Goals.Where(goal => goal.Id == GoalId), review)) is not [var goal])
        {
            return NotFound();
        }

        Goal = goal;
        if (ModelState.IsValid)
        {
            var mine = goal.Lookback.ThisCheckIn;
            Input = new CheckInInput
            {
                Progress = mine?.Progress is ProgressRating.NotAsked ? null : mine?.Progress,
                Confidence = mine?.Confidence,
                Obstacle = mine?.Obstacle,
                NextStep = mine?.NextStep,
                LastDone = goal.Lookback.LastCheckIn?.IsNextStepDone == true,
            };
        }

        Input.Version = goal.Lookback.ThisCheckIn?.Version;

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var review = await Db.Reviews.SingleOrDefaultAsync(review => review.Id == ReviewId);
        if (
            review is null
            || await Db.Goals.Where(goal => goal.Id == GoalId).Select(goal => goal.Title).SingleOrDefaultAsync()
                is not { } title
        )
        {
            return NotFound();
        }

        await AnswerAsync(review);
        await Db.EvaluateIfStaleAsync(Person.LastEvaluatedAt, Now);
        return Done(T["Saved: {0}.", title], "~" + (await ReviewGuide.LoadAsync(Db, ReviewId))!.PathAfter(GoalId));
    }

    private async Task AnswerAsync(Review review)
    {
        var mine = await Db.CheckIns.SingleOrDefaultAsync(checkIn =>
            checkIn.ReviewId == ReviewId && checkIn.GoalId == GoalId
        );
        if (mine?.Version != Input.Version)
        {
            throw new DbUpdateConcurrencyException("Another tab answered first.");
        }

        mine?.Answer(review, Input.Progress!.Value, Input.Confidence!.Value, Input.Obstacle, Input.NextStep, Now);
        if (mine is null)
        {
            Db.CheckIns.Add(
                new CheckIn(
                    review,
                    GoalId,
                    Input.Progress!.Value,
                    Input.Confidence!.Value,
                    Input.Obstacle,
                    Input.NextStep,
                    Now
                )
            );
        }

        if (
            Input.LastDone != Input.LastWas
            && (await Db.LoadLastCheckInsAsync(ReviewId, [GoalId])).GetValueOrDefault(GoalId) is { } last
        )
        {
            last.SetNextStepDone(Input.LastDone, Now);
        }

        await Db.SaveChangesAsync();
    }
}
