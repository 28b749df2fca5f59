using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data.Templates;
using CareerCompass.Web.Language;
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
        Own = [.. (await Db.PersonalTemplates.AsNoTracking().OrderBy(template => template.Title).ThenBy(template => template.Id).ToListAsync())
            .Select(template => new CatalogTemplate(template.Id.ToString(), template.ReadTemplate()))];
        Shipped = [.. shelf.All.OrderBy(shelved => shelved.Template.Title, StringComparer.CurrentCulture)];
        return Page();
    }

    /// <summary>Starts blank.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (await Db.SetupAsync(Person.Id)).Begin(null, GoalSetupStep.Goal, Now);
        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~" + PathOf(GoalSetupStep.Goal, null)));
    }
}

public static class TemplateTexts
{
    /// <summary>26 weeks · 44 h 45 min at 2 h a week · 5 milestones</summary>
    public static string Size(this Localizer localizer, GoalTemplate template) => string.Join(" · ", new[]
    {
        localizer.Count((template.Length + 6) / 7, "{0} week", "{0} weeks"),
        template.Minutes == 0 ? null
            : template.HoursAWeek is { } hours ? localizer["{0} at {1} a week", localizer.Minutes(template.Minutes), localizer.Minutes((int)(hours * 60))] : localizer.Minutes(template.Minutes),
        localizer.Count(template.Milestones.Count, "{0} milestone", "{0} milestones"),
        localizer.Count(template.Tasks.Count, "{0} task", "{0} tasks"),
    }.OfType<string>());
}
