using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class ResumeModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public BecauseInput Input { get; set; } = new();

    protected override BecauseInput Why => Input;

    protected override Task<Turn> DecideAsync(Goal goal, Rationale rationale) => Task.FromResult(new Turn(goal.Resume(rationale, Today, Now)));

    protected override string Say(Turn turn) => T["Active again."];
}
