using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class AchieveModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public RationaleInput Input { get; set; } = new();

    protected override RationaleInput Why => Input;

    protected override Task<Decision> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(new Decision(goal.Achieve(rationale, Today, Now)));

    protected override string Confirmation(Decision decision) => T["Achieved. Well done."];
}
