using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Prompts;

/// <summary>Closes a prompt without a change. Its rule then stays quiet for longer.</summary>
public sealed class DeclineModel(PageDependencies tools) : PromptPage(tools)
{
    [BindProperty]
    public DeclineInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Prompts.SingleOrDefaultAsync(prompt => prompt.Id == PromptId) is not { } prompt)
        {
            return NotFound();
        }

        prompt.Decline(Input.Because, Input.Reason, Today, Now);
        await Db.SaveChangesAsync();
        return Done(
            T["Kept as is. You will not be asked again before {0}.", prompt.QuietUntil!.Value],
            BackPath,
            $"~/prompts/{PromptId}/reopen"
        );
    }

    public sealed record DeclineInput
    {
        public DeclineReason? Because { get; set; }

        [MaxTextLength(Limits.MaxShortTextLength)]
        public string? Reason { get; set; }
    }
}
