using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Shared;

public static class PromptQueries
{
    private static readonly CompiledQuery<Func<CompassDb, Guid?, string, IAsyncEnumerable<PromptCard>>> Open = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db, Guid? goalId, string back) =>
                db
                    .Prompts.Where(prompt =>
                        prompt.State == PromptState.Open && (goalId == null || prompt.GoalId == goalId)
                    )
                    .Where(prompt => prompt.GoalId == null || db.Goals.Any(goal => goal.Id == prompt.GoalId))
                    .OrderBy(prompt => prompt.RaisedAt)
                    .Select(prompt => new PromptCard(
                        prompt.Id,
                        prompt.GoalId,
                        db.Goals.Where(goal => goal.Id == prompt.GoalId).Select(goal => goal.Title).FirstOrDefault()
                            ?? "",
                        prompt.Rule,
                        prompt.QuietFrom,
                        prompt.EvidenceJson,
                        back
                    ))
        )
    );

    /// <summary>Oldest first. Excludes goals in Trash.</summary>
    public static Task<List<PromptCard>> OpenPromptsAsync(this CompassDb db, Guid? goalId, string back) =>
        Open.For(db)(db, goalId, back).ToListAsync().AsTask();
}
