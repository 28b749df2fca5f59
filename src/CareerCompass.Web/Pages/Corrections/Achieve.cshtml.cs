using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class AchieveModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public BecauseInput Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => CorrectAsync(goal => goal.Achieve(Input.ToBecause(), Today, Now), T["Achieved. Well done."]);
}
