using CareerCompass.Domain.Goals;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

/// <summary>From the third step on, each step edits a real goal, so that nothing is lost.</summary>
public abstract class SetupPage(PageDependencies tools) : AppPage(tools)
{
    public const int StepCount = 7;

    public abstract GoalSetupStep Step { get; }

    public virtual Guid? CurrentGoalId => null;

    /// <summary>What to do after saving: "leave", "more" for empty rows, or continue.</summary>
    [BindProperty]
    public string? Then { get; set; }

    public static string PathOf(GoalSetupStep step, Guid? goalId, string? template = null) =>
        (step, goalId) switch
        {
            (GoalSetupStep.Direction, _) => "/setup/direction",
            (GoalSetupStep.Template, _) => "/setup/templates",
            (_, null) => template is null ? "/setup/goals/new" : $"/setup/goals/new?template={template}",
            (GoalSetupStep.Goal, { } id) => $"/setup/goals/{id}",
            var (later, id) => $"/setup/goals/{id}/{later.ToString().ToLowerInvariant()}",
        };

    protected async Task<IActionResult> ContinueAsync(Goal goal)
    {
        await Db.RecordRevisionAsync(goal, Now);
        var next = Then is null ? Step + 1 : Step;
        (await Db.GetOrAddSetupAsync(Person.Id)).AdvanceTo(next, goal, Now);
        await Db.SaveChangesAsync();
        return Then == "leave"
            ? Done(T["Saved. Continue whenever you like."], "~/")
            : LocalRedirect(Url.Content($"~{PathOf(next, goal.Id)}{(Then == "more" ? "?more=true" : "")}"));
    }
}
