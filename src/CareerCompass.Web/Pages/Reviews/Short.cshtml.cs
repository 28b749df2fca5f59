using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed record ShortLine
{
    public Guid GoalId { get; set; }

    [Range(0, 10, ErrorMessage = "Give a number from 0 to 10.")]
    public int? Confidence { get; set; }

    [KeepTo(Limits.Notes)]
    public string? NextStep { get; set; }

    /// <summary>See <see cref="CheckInInput.LastDone"/>, as the next one.</summary>
    public bool LastDone { get; set; }

    public bool LastWas { get; set; }

    /// <summary>That of the answer which the line was filled from; null when there was none yet.</summary>
    public int? Version { get; set; }
}

public sealed record ShortInput
{
    public List<ShortLine> Goals { get; set; } = [];

    [KeepTo(Limits.Notes)]
    public string? Learned { get; set; }

    public int Version { get; set; }
}

/// <summary>A review on one page: how sure, what next, what was learned. Its answers are those of the long version, and count as they do.</summary>
public sealed class ShortModel(PageTools tools) : AppPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    [BindProperty]
    public ShortInput Input { get; set; } = new();

    /// <summary>What comes after saving: "finish", "later" or "long".</summary>
    [BindProperty]
    public string? Then { get; set; }

    public Guide Guide { get; private set; } = null!;

    public IReadOnlyList<LookBack> Goals { get; private set; } = [];

    /// <summary>The line of a goal, as it was sent or as it stands.</summary>
    public ShortLine Line(LookBack goal) => Input.Goals.Find(line => line.GoalId == goal.Past.GoalId) is { } sent && !ModelState.IsValid
        ? sent with { Version = goal.Past.Mine?.Version, LastWas = goal.Past.Last?.StepDone == true }
        : new ShortLine
        {
            GoalId = goal.Past.GoalId,
            Confidence = goal.Past.Mine?.Confidence,
            NextStep = goal.Past.Mine?.NextStep,
            Version = goal.Past.Mine?.Version,
            LastDone = goal.Past.Last?.StepDone == true,
            LastWas = goal.Past.Last?.StepDone == true,
        };

    public string? Problem(Guid goalId) => Input.Goals.FindIndex(line => line.GoalId == goalId) is >= 0 and var at
        ? ModelState.Where(entry => entry.Key.StartsWith($"Input.Goals[{at}].", StringComparison.Ordinal)).SelectMany(entry => entry.Value!.Errors).FirstOrDefault()?.ErrorMessage : null;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await Db.ReviewHeadAsync(ReviewId) is not { } review)
        {
            return NotFound();
        }

        if (!review.IsOpen && ModelState.IsValid)
        {
            return LocalRedirect(Url.Content($"~/reviews/{ReviewId}"));
        }

        Guide = new Guide(review, await Db.ReviewStepsAsync(ReviewId));
        Goals = await LookBack.BrieflyAsync(this, review);
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
        Db.Expect(review, Input.Version);
        if (!await AnswerAsync(review))
        {
            return Page();
        }

        if (Then is "later" or "long")
        {
            review.Note(Input.Learned);
        }
        else
        {
            review.Complete(Input.Learned, Now);
        }

        await Db.SaveChangesAsync();
        return Then switch
        {
            "later" => Done(T["Kept for later."], "~/reviews"),
            "long" => Done(T["Kept. Here is the long version."], $"~/reviews/{ReviewId}"),
            _ => Done(T["Review completed: {0}.", T.Count(await Db.CheckIns.CountAsync(said => said.ReviewId == ReviewId), "{0} goal", "{0} goals")], $"~/reviews/{ReviewId}"),
        };
    }

    /// <summary>What was sent is held against the newest on the page that is shown again.</summary>
    internal override void RefuseStale()
    {
        base.RefuseStale();
        foreach (var key in ModelState.Keys.Where(key => key.EndsWith(".Version", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }
    }

    /// <returns>False when a line cannot be kept as it is, which is said at it.</returns>
    private async Task<bool> AnswerAsync(Review review)
    {
        var asked = await Db.Goals.Where(goal => goal.State == GoalState.Active).Select(goal => goal.Id).ToListAsync();
        var mine = await Db.CheckIns.Where(said => said.ReviewId == ReviewId).ToDictionaryAsync(said => said.GoalId);
        var last = await Db.LastCheckInsAsync(ReviewId, asked);
        foreach (var (line, at) in Input.Goals.Select((line, at) => (line, at)).Where(row => asked.Contains(row.line.GoalId)).DistinctBy(row => row.line.GoalId))
        {
            if (line.LastDone != line.LastWas && last.GetValueOrDefault(line.GoalId) is { } before)
            {
                before.TickStep(line.LastDone, Now);
            }

            if (line.Confidence is { } confidence)
            {
                Answer(review, line, confidence, mine.GetValueOrDefault(line.GoalId));
            }
            else if (!string.IsNullOrWhiteSpace(line.NextStep))
            {
                ModelState.AddModelError($"Input.Goals[{at}].Confidence", T["Say how sure you are, too: then the step can be kept."]);
            }
        }

        return ModelState.IsValid;
    }

    private void Answer(Review review, ShortLine line, int confidence, CheckIn? mine)
    {
        if (mine?.Version != line.Version)
        {
            throw new DbUpdateConcurrencyException("Another tab answered first.");
        }

        if (mine is null)
        {
            Db.CheckIns.Add(new CheckIn(review, line.GoalId, Felt.NotAsked, confidence, null, line.NextStep, Now));
        }
        else if (mine.Confidence != confidence || mine.NextStep != line.NextStep?.Trim())
        {
            mine.AnswerShort(review, confidence, line.NextStep, Now);
        }
    }
}
