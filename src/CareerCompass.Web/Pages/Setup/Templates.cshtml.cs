using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class TemplatesModel(PageTools tools, TemplateCatalog shelf) : SetupPage(tools)
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
        Shipped = [.. shelf.All.OrderBy(shelved => shelved.Template.Title, StringComparer.CurrentCulture)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        (await Db.SetupAsync(Person.Id)).Begin(null, GoalSetupStep.Goal, Now);
        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~" + PathOf(GoalSetupStep.Goal, null)));
    }
}
