using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class RetireModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public BecauseInput Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => CorrectAsync(goal => goal.Retire(Input.ToBecause(), Today, Now), T["Retired. Its story stays in the history."]);
}
