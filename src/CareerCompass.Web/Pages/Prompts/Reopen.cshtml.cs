using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Prompts;

public sealed class ReopenModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid PromptId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Prompts.SingleOrDefaultAsync(prompt => prompt.Id == PromptId) is not { } prompt)
        {
            return NotFound();
        }

        if (prompt.State is not (PromptState.Snoozed or PromptState.Declined or PromptState.Open))
        {
            throw new DomainRuleException("", "You have already decided this.");
        }

        prompt.Reopen();
        await Db.SaveChangesAsync();
        return Done(T["Decision reopened."], BackPathOr("~/prompts"));
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Prompts.AnyAsync(prompt => prompt.Id == PromptId) ? "~/prompts" : null;
}
