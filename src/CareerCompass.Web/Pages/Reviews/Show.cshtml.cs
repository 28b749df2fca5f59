using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Reviews;

public sealed class ShowModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    public ReviewDetails Review { get; private set; } = null!;

    public ReviewGuide ReviewGuide { get; private set; } = null!;

    public IReadOnlyList<GoalReview> Goals { get; private set; } = [];

    /// <summary>The prompts about the person. Those about a goal appear at its step.</summary>
    public PromptList Prompts { get; private set; } = PromptList.None;

    public IReadOnlyList<GoalAnswer> GoalAnswers { get; private set; } = [];

    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    public ReviewResult? Result { get; private set; }

    public DateOnly Since => LocalTime.DateAt(Review.Since, Person.TimeZone);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await ReviewGuide.LoadAsync(Db, ReviewId) is not { Review: var review } reviewGuide)
        {
            return NotFound();
        }

        (Review, ReviewGuide) = (review, reviewGuide);
        if (review.IsOpen)
        {
            Prompts = PromptList.Create(
                (await Db.OpenPromptsAsync(null, Url.Content($"~/reviews/{ReviewId}"))).Where(prompt =>
                    prompt.GoalId is null
                ),
                Today
            );
            var goals = await GoalReview.LoadAsync(this, Db.Goals, review);
            Goals = [.. goals.Where(goal => goal.Lookback.State == GoalState.Active || !goal.IsQuiet)];
        }
        else
        {
            GoalAnswers = await Db.AnswersAsync(ReviewId);
            Result = new ReviewResult(
                await Db.OutcomeAsync(review),
                await Db.LastNextStepsAsync(review),
                null,
                review.IsOpen
            );
            Decisions = await Db.DecisionsAsync(review.Since, review.Until);
        }

        return Page();
    }
}
