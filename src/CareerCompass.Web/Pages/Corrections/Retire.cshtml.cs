using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class RetireModel(PageTools tools) : CorrectionPage(tools)
{
    [BindProperty]
    public RationaleInput Input { get; set; } = new();

    protected override RationaleInput Why => Input;

    protected override Task<Decision> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(new Decision(goal.Retire(rationale, Today, Now)));

    protected override string Confirmation(Decision decision) => T["Retired. Its history is kept."];
}
