using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed class PeriodModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    [BindProperty]
    public PeriodInput Input { get; set; } = new();

    public ReviewGuide ReviewGuide { get; private set; } = null!;

    public ReviewPeriod ReviewPeriod { get; private set; } = null!;

    public IReadOnlyList<ReviewQuestion> Questions => ReviewQuestion.For(ReviewGuide.Review.Kind);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await ReviewGuide.LoadAsync(Db, ReviewId) is not { Review: var review } reviewGuide)
        {
            return NotFound();
        }

        if (review.Kind == ReviewKind.Weekly)
        {
            // A week contains no shorter reviews
            return LocalRedirect(Url.Content($"~/reviews/{ReviewId}"));
        }

        ReviewGuide = reviewGuide;
        ReviewPeriod = await Db.ReviewPeriodAsync(review, Person.TimeZone, Now);
        var said = ReviewAnswers
            .FromJson(review.AnswersJson)
            .ToDictionary(answer => answer.Key, answer => (string?)answer.Text);
        var sent = Sent();
        Input.Answers =
        [
            .. Questions.Select(question => new QuestionInput
            {
                Key = question.Key,
                Text = (ModelState.IsValid ? said : sent).GetValueOrDefault(question.Key),
            }),
        ];
        Input.Version = review.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (
            await Db.Reviews.SingleOrDefaultAsync(review => review.Id == ReviewId && review.Kind != ReviewKind.Weekly)
            is not { } review
        )
        {
            return NotFound();
        }

        review.AnswerQuestions(Sent());
        Db.RequireVersion(review, Input.Version);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/reviews/{ReviewId}/finish");
    }

    private Dictionary<string, string?> Sent() =>
        Input
            .Answers.Where(answer => answer?.Key is not null)
            .GroupBy(answer => answer.Key!)
            .ToDictionary(group => group.Key, group => group.Last().Text);
}
