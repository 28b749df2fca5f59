using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Templates;

public sealed class TrashModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid TemplateId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var template = await Db
            .PersonalTemplates.IgnoreQueryFilters([QueryFilters.Trash])
            .SingleOrDefaultAsync(template => template.Id == TemplateId);
        if (template is null)
        {
            return NotFound();
        }

        if (Verb == "trash")
        {
            template.Trash(Now);
            await Db.SaveChangesAsync();
            return Done(T["“{0}” is in Trash.", template.Title], "~/setup/templates");
        }

        template.Restore();
        await Db.SaveChangesAsync();
        return Done(T["“{0}” is restored.", template.Title], $"~/setup/templates/{TemplateId}");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db
            .PersonalTemplates.IgnoreQueryFilters([QueryFilters.Trash])
            .AnyAsync(template => template.Id == TemplateId)
            ? "~/setup/templates"
            : null;
}
