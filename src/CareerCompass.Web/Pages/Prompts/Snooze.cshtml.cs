using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Prompts;

public sealed class SnoozeModel(PageDependencies tools) : PromptPage(tools)
{
    [BindProperty]
    public SnoozeInput Input { get; set; } = new();

    [BindProperty]
    public DateOnly? To { get; set; }

    public IEnumerable<(string Label, DateOnly Day)> Days =>
        [(T["Tomorrow"], Today.AddDays(1)), (T["In a week"], Today.AddDays(7)), (T["In a month"], Today.AddMonths(1))];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Prompts.SingleOrDefaultAsync(prompt => prompt.Id == PromptId) is not { } prompt)
        {
            return NotFound();
        }

        prompt.Snooze(
            To ?? Input.Until ?? throw new DomainRuleException(nameof(Input.Until), ValidationMessages.Required),
            Today
        );
        await Db.SaveChangesAsync();
        return Done(
            T["You will be asked again on {0} if it still applies.", prompt.SnoozedUntil!.Value],
            BackPath,
            $"~/prompts/{PromptId}/reopen"
        );
    }

    public sealed record SnoozeInput
    {
        public DateOnly? Until { get; set; }
    }
}
