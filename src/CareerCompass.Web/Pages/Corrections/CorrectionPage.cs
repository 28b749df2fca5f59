using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Corrections;

/// <summary>Why the person corrects course.</summary>
public record BecauseInput
{
    [KeepTo(Limits.Notes)]
    public string? Reason { get; set; }

    public Cause? Cause { get; set; }

    [KeepTo(Limits.Notes)]
    public string? Lesson { get; set; }

    public Because ToBecause() => new(Reason, Cause, Lesson);
}

/// <summary>What the pages that change a goal's course have in common: the goal, and keeping the decision with its revision.</summary>
public abstract class CorrectionPage(PageTools tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    /// <summary>Where the person came from, such as a review; a path on this server, or it is not followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public Standing Standing { get; private set; } = null!;

    public string Leave => Url.IsLocalUrl(Back) ? Back! : Url.Content($"~/goals/{GoalId}");

    public override async Task<IActionResult> OnGetAsync()
    {
        var standings = await Db.StandingsAsync(Db.Goals.Where(goal => goal.State == GoalState.Active || goal.Id == GoalId), Me, Today);
        if (standings.SingleOrDefault(standing => standing.Facts.Id == GoalId) is not { } standing)
        {
            return NotFound();
        }

        Standing = standing;
        return Page();
    }

    /// <summary>Makes the decision: stores the correction, seals a revision, and answers the goal's open prompts with it.</summary>
    protected async Task<IActionResult> CorrectAsync(Func<Goal, Correction> decide, string said)
    {
        if (await Db.RouteAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        var latest = await Db.LatestRevisionAsync(GoalId);
        var prompts = await Db.Prompts.Where(prompt => prompt.GoalId == GoalId && prompt.State == PromptState.Open).ToListAsync();
        var correction = decide(goal);
        prompts.ForEach(prompt => prompt.Answer(correction, Now));
        Db.Corrections.Add(correction);
        Db.Revisions.Add(Revision.KeepSealed(goal, latest, correction, Now));
        if (correction.Kind == CorrectionKind.Resume)
        {
            await Db.WakeAsync(Now);
        }

        await Db.SaveChangesAsync();
        return Done(said, Leave);
    }
}
