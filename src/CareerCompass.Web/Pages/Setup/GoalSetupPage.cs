using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

public abstract class GoalSetupPage(PageDependencies tools) : SetupPage(tools)
{
    public override GoalSetupStep Step => GoalSetupStep.Goal;

    [BindProperty]
    public GoalInput Input { get; set; } = new();

    public IReadOnlyList<string> Why { get; protected set; } = [];

    public IReadOnlyList<string> DoneWhen { get; protected set; } = [];

    /// <summary>Whether milestones depend on the target date.</summary>
    public bool HasPlan { get; protected set; }

    /// <summary>The key under which the browser keeps unsent input.</summary>
    public abstract string DraftKey { get; }

    protected void Show(GoalTemplate? template)
    {
        HasPlan = template?.Milestones.Count > 0;
        Why = template?.Why is { Count: > 0 } why
            ? why
            : [T["I have learned all I can where I am."], T["In five years I want to be able to choose."]];
        DoneWhen = template?.DoneWhen is { Count: > 0 } done
            ? done
            : [T["The contract is signed."], T["I have done it three times, and the third time was easy."]];
    }
}
