using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Setup;

public sealed class TemplateModel(PageDependencies tools, TemplateCatalog catalog) : SetupPage(tools)
{
    /// <summary>The key of a shipped template, or the id of the person's own.</summary>
    [FromRoute]
    public string TemplateKey { get; set; } = "";

    public override GoalSetupStep Step => GoalSetupStep.Template;

    public GoalTemplate Template { get; private set; } = null!;

    /// <summary>Its recurring tasks if it starts today.</summary>
    public IReadOnlyList<RecurringTask> RecurringTasks =>
        Template.CreateRecurringTasks(Person.Id, Guid.Empty, Today, Template.TargetFrom(Today));

    public Guid? OwnId => Guid.TryParse(TemplateKey, out var id) ? id : null;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await Db.FindTemplateAsync(catalog, TemplateKey) is not { } template)
        {
            return NotFound();
        }

        Template = template;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.FindTemplateAsync(catalog, TemplateKey) is null)
        {
            return NotFound();
        }

        (await Db.GetOrAddSetupAsync(Person.Id)).Begin(TemplateKey, GoalSetupStep.Goal, Now);
        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~" + PathOf(GoalSetupStep.Goal, null, TemplateKey)));
    }
}
