using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class ResumeModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public BecauseInput Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => CorrectAsync(goal => goal.Resume(Input.ToBecause(), Today, Now), T["Active again."]);
}
