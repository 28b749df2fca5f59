using CareerCompass.Domain.Corrections;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Prompts;

public abstract class PromptPage(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid PromptId { get; set; }

    /// <summary>Where the person came from. Ignored unless it is a local path.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public PromptCard Prompt { get; private set; } = null!;

    public string BackPath => Url.IsLocalUrl(Back) ? Back! : Url.Content("~/prompts");

    public override async Task<IActionResult> OnGetAsync()
    {
        var prompt = await Db
            .Prompts.Where(prompt =>
                prompt.Id == PromptId && (prompt.GoalId == null || Db.Goals.Any(goal => goal.Id == prompt.GoalId))
            )
            .Select(prompt => new
            {
                Card = new PromptCard(
                    prompt.Id,
                    prompt.GoalId,
                    Db.Goals.Where(goal => goal.Id == prompt.GoalId).Select(goal => goal.Title).FirstOrDefault() ?? "",
                    prompt.Rule,
                    prompt.QuietFrom,
                    prompt.EvidenceJson,
                    ""
                ),
                prompt.State,
            })
            .SingleOrDefaultAsync();
        if (prompt is null)
        {
            return NotFound();
        }

        if (prompt.State is not (PromptState.Open or PromptState.Snoozed) && ModelState.IsValid)
        {
            return LocalRedirect(Url.Content("~/prompts"));
        }

        Prompt = prompt.Card;
        return Page();
    }
}
