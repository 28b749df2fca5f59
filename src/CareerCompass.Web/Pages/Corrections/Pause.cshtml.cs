using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class PauseModel(PageDependencies tools) : CorrectionPage(tools)
{
    [BindProperty]
    public PauseInput Input { get; set; } = new();

    protected override RationaleInput RationaleInput => Input;

    protected override Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(new CorrectionResult(goal.Pause(Input.Until!.Value, rationale, Today, Now)));

    protected override string Confirmation(CorrectionResult correctionResult) =>
        T["Paused until {0}.", Input.Until!.Value];

    public sealed record PauseInput : RationaleInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? Until { get; set; }
    }
}
