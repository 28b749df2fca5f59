using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.Data;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>A review: while it is open the facts it starts from, afterwards what was said in it.</summary>
public sealed class ShowModel(PageTools tools) : AppPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    public ReviewHead Review { get; private set; } = null!;

    public Guide Guide { get; private set; } = null!;

    /// <summary>The goals that are asked about, and those that anything happened to.</summary>
    public IReadOnlyList<LookBack> Goals { get; private set; } = [];

    /// <summary>What is about the person; that of a goal is asked at its step.</summary>
    public PromptList Prompts { get; private set; } = PromptList.None;

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    /// <summary>Of a review that is over.</summary>
    public ReviewGave? Gave { get; private set; }

    public DateOnly Since => LocalTime.DateAt(Review.Since, Me.ZoneInfo);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await Guide.OfAsync(Db, ReviewId) is not { Review: var review } guide)
        {
            return NotFound();
        }

        (Review, Guide) = (review, guide);
        if (review.IsOpen)
        {
            Prompts = PromptList.Of((await Db.OpenPromptsAsync(null, Url.Content($"~/reviews/{ReviewId}"))).Where(prompt => prompt.GoalId is null), Today);
            var goals = await LookBack.OnAsync(this, Db.Goals, review);
            Goals = [.. goals.Where(goal => goal.Past.State == GoalState.Active || !goal.IsQuiet)];
        }
        else
        {
            Answers = await Db.AnswersAsync(ReviewId);
            Gave = new ReviewGave(await Db.YieldAsync(review), await Db.LastStepsAsync(review), null, review.IsOpen);
            Decisions = await Db.DecisionsAsync(review.Since, review.Until);
        }

        return Page();
    }
}
