using CareerCompass.Domain.Goals;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class TemplatesModel(PageDependencies tools, TemplateCatalog catalog) : SetupPage(tools)
{
    public override GoalSetupStep Step => GoalSetupStep.Template;

    public IReadOnlyList<CatalogTemplate> Own { get; private set; } = [];

    public IReadOnlyList<CatalogTemplate> Shipped { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        Own =
        [
            .. (
                await Db
                    .PersonalTemplates.AsNoTracking()
                    .OrderBy(template => template.Title)
                    .ThenBy(template => template.Id)
                    .ToListAsync()
            ).Select(template => new CatalogTemplate(template.Id.ToString(), template.ReadTemplate())),
        ];
        Shipped = [.. catalog.All.OrderBy(shelved => shelved.Template.Title, StringComparer.CurrentCulture)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        (await Db.GetOrAddSetupAsync(Person.Id)).Begin(null, GoalSetupStep.Goal, Now);
        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~" + PathOf(GoalSetupStep.Goal, null)));
    }
}
