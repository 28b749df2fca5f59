using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class PauseModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public PauseInput Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync() => CorrectAsync(
        goal => goal.Pause(Input.Until!.Value, Input.ToBecause(), Today, Now),
        T["Paused until {0}.", Input.Until!.Value]);

    public sealed record PauseInput : BecauseInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        public DateOnly? Until { get; set; }
    }
}
