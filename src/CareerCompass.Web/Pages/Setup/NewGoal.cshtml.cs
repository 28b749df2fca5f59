using CareerCompass.Domain.Goals;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

public sealed class NewGoalModel(PageDependencies tools, TemplateCatalog catalog) : GoalSetupPage(tools)
{
    [FromQuery]
    public string? Template { get; set; }

    public override string DraftKey => $"setup/goals/{Template}";

    public override async Task<IActionResult> OnGetAsync()
    {
        var template = await Db.FindTemplateAsync(catalog, Template);
        if (Template is not null && template is null)
        {
            return NotFound();
        }

        Show(template);
        if (template is not null && !HttpMethods.IsPost(Request.Method))
        {
            Input = new GoalInput
            {
                Title = template.Goal,
                DoneWhen = template.DoneWhen is [var first, ..] ? first : null,
                Target = template.TargetFrom(Today),
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var template = await Db.FindTemplateAsync(catalog, Template);
        if (Template is not null && template is null)
        {
            return NotFound();
        }

        // Sent twice, or again after going back: the goal already exists
        var goalSetup = await Db.GetOrAddSetupAsync(Person.Id);
        if (
            goalSetup is { DoneAt: null, GoalId: { } goalId }
            && goalSetup.Template == Template
            && await Db.LoadPlanAsync(goalId) is { } begun
        )
        {
            await EditGoalAsync(begun);
            return await ContinueAsync(begun);
        }

        var goal = new Goal(Person.Id, Input.Title, Input.Why, Input.DoneWhen, Input.Target!.Value, Today);
        Db.Goals.Add(goal);
        if (template is not null)
        {
            Db.ApplyTemplate(template, goal, Today);
        }

        Db.Revisions.Add(Revision.RecordEdit(goal, null, Now)!);
        if (goalSetup.DoneAt is not null || goalSetup.GoalId is not null || goalSetup.Template != Template)
        {
            goalSetup.Begin(Template, GoalSetupStep.Goal, Now);
        }

        goalSetup.AdvanceTo(GoalSetupStep.Milestones, goal, Now);
        await Db.EnsureScheduledAsync(Now);
        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~" + PathOf(GoalSetupStep.Milestones, goal.Id)));
    }
}
