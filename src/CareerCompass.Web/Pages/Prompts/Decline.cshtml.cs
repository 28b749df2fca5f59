using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Prompts;

/// <summary>The person wants no change: the prompt is closed and the same rule keeps quiet for a while.</summary>
public sealed class DeclineModel(PageTools tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid PromptId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Prompts.SingleOrDefaultAsync(prompt => prompt.Id == PromptId) is not { } prompt)
        {
            return NotFound();
        }

        prompt.Decline(Now);
        await Db.SaveChangesAsync();
        return Done(T["Left as it is."], Place($"~/goals/{prompt.GoalId}"));
    }

    protected override async Task<string?> HomeAsync() =>
        await Db.Prompts.Where(prompt => prompt.Id == PromptId).Select(prompt => (Guid?)prompt.GoalId).SingleOrDefaultAsync() is { } goal
            ? $"~/goals/{goal}" : null;
}
