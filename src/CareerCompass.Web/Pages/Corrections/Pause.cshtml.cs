using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class PauseModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public PauseInput Input { get; set; } = new();

    protected override BecauseInput Why => Input;

    protected override Task<Turn> DecideAsync(Goal goal, Rationale rationale) => Task.FromResult(new Turn(goal.Pause(Input.Until!.Value, rationale, Today, Now)));

    protected override string Say(Turn turn) => T["Paused until {0}.", Input.Until!.Value];

    public sealed record PauseInput : BecauseInput
    {
        [Required(ErrorMessage = Kept.FillIn)]
        public DateOnly? Until { get; set; }
    }
}
