using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Corrections;

public sealed class RetireModel(PageDependencies tools) : CorrectionPage(tools)
{
    [BindProperty]
    public RationaleInput Input { get; set; } = new();

    protected override RationaleInput RationaleInput => Input;

    protected override Task<CorrectionResult> DecideAsync(Goal goal, Rationale rationale) =>
        Task.FromResult(new CorrectionResult(goal.Retire(rationale, Today, Now)));

    protected override string Confirmation(CorrectionResult correctionResult) => T["Retired. Its history is kept."];
}
