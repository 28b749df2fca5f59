using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed class ShortModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    [BindProperty]
    public ShortInput Input { get; set; } = new();

    /// <summary>"finish", "later" or "long": where to go after saving.</summary>
    [BindProperty]
    public string? Then { get; set; }

    public ReviewGuide ReviewGuide { get; private set; } = null!;

    public IReadOnlyList<GoalReview> Goals { get; private set; } = [];

    public ShortAnswer Line(GoalReview goal) =>
        Input.Goals.Find(line => line.GoalId == goal.Lookback.GoalId) is { } sent && !ModelState.IsValid
            ? sent with
            {
                Version = goal.Lookback.ThisCheckIn?.Version,
                LastWas = goal.Lookback.LastCheckIn?.IsNextStepDone == true,
            }
            : new ShortAnswer
            {
                GoalId = goal.Lookback.GoalId,
                Confidence = goal.Lookback.ThisCheckIn?.Confidence,
                NextStep = goal.Lookback.ThisCheckIn?.NextStep,
                Version = goal.Lookback.ThisCheckIn?.Version,
                LastDone = goal.Lookback.LastCheckIn?.IsNextStepDone == true,
                LastWas = goal.Lookback.LastCheckIn?.IsNextStepDone == true,
            };

    public string? Problem(Guid goalId) =>
        Input.Goals.FindIndex(line => line.GoalId == goalId) is >= 0 and var at
            ? ModelState
                .Where(entry => entry.Key.StartsWith($"Input.Goals[{at}].", StringComparison.Ordinal))
                .SelectMany(entry => entry.Value!.Errors)
                .FirstOrDefault()
                ?.ErrorMessage
            : null;

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
        Goals = await GoalReview.LoadStatusesAsync(this, review);
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

        review.RequireOpen();
        Db.RequireVersion(review, Input.Version);
        if (!await AnswerAsync(review))
        {
            return Page();
        }

        if (Then is "later" or "long")
        {
            review.SaveLearned(Input.Learned);
        }
        else
        {
            review.Complete(Input.Learned, Now);
            await Db.PlanWeekAsync(Person, Today);
        }

        await Db.SaveChangesAsync();
        return Then switch
        {
            "later" => Done(T["Saved for later."], "~/reviews"),
            "long" => Done(T["Saved. Here is the full review."], $"~/reviews/{ReviewId}"),
            _ => Done(
                T[
                    "Review completed: {0}.",
                    T.Count(await Db.CheckIns.CountAsync(said => said.ReviewId == ReviewId), "{0} goal", "{0} goals")
                ],
                $"~/reviews/{ReviewId}"
            ),
        };
    }

    /// <returns>False when a line is invalid; the error is shown beside it.</returns>
    private async Task<bool> AnswerAsync(Review review)
    {
        var asked = await Db.Goals.Where(goal => goal.State == GoalState.Active).Select(goal => goal.Id).ToListAsync();
        var mine = await Db.CheckIns.Where(said => said.ReviewId == ReviewId).ToDictionaryAsync(said => said.GoalId);
        var last = await Db.LoadLastCheckInsAsync(ReviewId, asked);
        foreach (
            var (line, at) in Input
                .Goals.Select((line, at) => (line, at))
                .Where(row => asked.Contains(row.line.GoalId))
                .DistinctBy(row => row.line.GoalId)
        )
        {
            if (line.LastDone != line.LastWas && last.GetValueOrDefault(line.GoalId) is { } before)
            {
                before.SetNextStepDone(line.LastDone, Now);
            }

            if (line.Confidence is { } confidence)
            {
                Answer(review, line, confidence, mine.GetValueOrDefault(line.GoalId));
            }
            else if (!string.IsNullOrWhiteSpace(line.NextStep))
            {
                ModelState.AddModelError(
                    $"Input.Goals[{at}].Confidence",
                    T["Choose how confident you are, too, so the next step can be saved."]
                );
            }
        }

        return ModelState.IsValid;
    }

    private void Answer(Review review, ShortAnswer line, int confidence, CheckIn? mine)
    {
        if (mine?.Version != line.Version)
        {
            throw new DbUpdateConcurrencyException("Another tab answered first.");
        }

        if (mine is null)
        {
            Db.CheckIns.Add(
                new CheckIn(review, line.GoalId, ProgressRating.NotAsked, confidence, null, line.NextStep, Now)
            );
        }
        else if (mine.Confidence != confidence || mine.NextStep != line.NextStep?.Trim())
        {
            mine.AnswerShort(review, confidence, line.NextStep, Now);
        }
    }
}
