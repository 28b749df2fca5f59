using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class AchieveModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public BecauseInput Input { get; set; } = new();

    protected override BecauseInput Why => Input;

    protected override Task<Turn> DecideAsync(Goal goal, Rationale rationale) => Task.FromResult(new Turn(goal.Achieve(rationale, Today, Now)));

    protected override string Say(Turn turn) => T["Achieved. Well done."];
}
