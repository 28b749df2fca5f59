using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed class FinishModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    [BindProperty]
    public FinishInput Input { get; set; } = new();

    public ReviewGuide ReviewGuide { get; private set; } = null!;

    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    public ReviewResult Result { get; private set; } = null!;

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
        Decisions = await Db.DecisionsAsync(review.Since, review.Until);
        Result = new ReviewResult(
            await Db.OutcomeAsync(review),
            await Db.LastNextStepsAsync(review),
            ReviewGuide.AskedCount,
            review.IsOpen
        );
        Input.Learned = ModelState.IsValid ? review.Learned : Input.Learned;
        Input.Version = review.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Reviews.SingleOrDefaultAsync(review => review.Id == ReviewId) is not { } review)
        {
            return NotFound();
        }

        review.Complete(Input.Learned, Now);
        Db.RequireVersion(review, Input.Version);
        await Db.PlanWeekAsync(Person, Today);
        await Db.SaveChangesAsync();
        var goals = await Db.CheckIns.CountAsync(checkIn => checkIn.ReviewId == ReviewId);
        var decisions = await Db.DecisionsAsync((await ReviewGuide.LoadAsync(Db, ReviewId))!.Review.Since, Now);
        return Done(
            T[
                "Review completed: {0}, {1}.",
                T.Count(goals, "{0} goal", "{0} goals"),
                T.Count(decisions.Count, "{0} decision", "{0} decisions")
            ],
            $"~/reviews/{ReviewId}"
        );
    }
}
