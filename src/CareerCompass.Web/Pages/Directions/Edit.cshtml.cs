using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Directions;

public sealed class EditModel(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public StatementInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var saved = await Db
            .Directions.Select(direction => new { direction.Statement, direction.Version })
            .SingleOrDefaultAsync();
        Input = new StatementInput { Statement = saved?.Statement, Version = saved?.Version ?? -1 };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var direction = await Db.LoadDirectionAsync(Person.Id, Input.Version);
        direction.ChangeStatement(Input.Statement, Now);
        await Db.SaveChangesAsync();
        return Done(T["Saved."], "~/direction");
    }

    public sealed record StatementInput
    {
        [MaxTextLength(Limits.MaxNotesLength)]
        public string? Statement { get; set; }

        public int Version { get; set; }
    }
}
