using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Templates;

public sealed class EditModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid TemplateId { get; set; }

    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var row = await Db
            .PersonalTemplates.IgnoreQueryFilters([QueryFilters.Trash])
            .Where(template => template.Id == TemplateId)
            .Select(template => new
            {
                template.TrashedAt,
                Input = new TemplateInput { Title = template.Title, Version = template.Version },
            })
            .SingleOrDefaultAsync();
        if (row is null || (row.TrashedAt is not null && HttpMethods.IsGet(Request.Method)))
        {
            return NotFound();
        }

        Input = row.Input;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.PersonalTemplates.SingleOrDefaultAsync(template => template.Id == TemplateId) is not { } template)
        {
            return await Db
                .PersonalTemplates.IgnoreQueryFilters([QueryFilters.Trash])
                .AnyAsync(template => template.Id == TemplateId)
                ? throw TrashedException()
                : NotFound();
        }

        Db.RequireVersion(template, Input.Version);
        template.Rename(Input.Title);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], $"~/setup/templates/{TemplateId}");
    }
}
