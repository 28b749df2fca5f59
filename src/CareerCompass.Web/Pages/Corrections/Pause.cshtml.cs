using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class PauseModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public PauseInput Input { get; set; } = new();

    protected override RationaleInput Why => Input;

    protected override Task<Decision> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(new Decision(goal.Pause(Input.Until!.Value, rationale, Today, Now)));

    protected override string Confirmation(Decision decision) => T["Paused until {0}.", Input.Until!.Value];

    public sealed record PauseInput : RationaleInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? Until { get; set; }
    }
}
