using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

/// <summary>Ticks or unticks the next step of a review. Idempotent.</summary>
public sealed class StepModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid ReviewId { get; set; }

    [FromRoute]
    public Guid GoalId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (
            await Db.CheckIns.SingleOrDefaultAsync(said => said.ReviewId == ReviewId && said.GoalId == GoalId)
            is not { } said
        )
        {
            return NotFound();
        }

        var done = Verb == "done";
        said.SetNextStepDone(done, Now);
        await Db.SaveChangesAsync();
        return Done(
            done ? T["Done: {0}", said.NextStep ?? ""] : T["Reopened: {0}", said.NextStep ?? ""],
            BackPathOr($"~/reviews/{ReviewId}"),
            $"~/reviews/{ReviewId}/goals/{GoalId}/step/{(done ? "open" : "done")}"
        );
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.CheckIns.AnyAsync(said => said.ReviewId == ReviewId && said.GoalId == GoalId)
            ? $"~/reviews/{ReviewId}"
            : null;
}
