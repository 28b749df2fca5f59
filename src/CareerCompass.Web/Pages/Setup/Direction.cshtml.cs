using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Data.Templates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class DirectionModel(PageTools tools) : SetupPage(tools)
{
    public override SetupStep Step => SetupStep.Direction;

    [BindProperty]
    public DirectionInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var said = await Db.Directions.Select(direction => new DirectionInput { Statement = direction.Statement, Version = direction.Version }).SingleOrDefaultAsync() ?? new();
        Input = HttpMethods.IsPost(Request.Method) ? Input with { Version = said.Version } : said;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Directions.SingleOrDefaultAsync() is { } direction)
        {
            Db.Expect(direction, Input.Version);
            direction.Say(Input.Statement, Now);
        }
        else if (Input.Statement is not null)
        {
            Db.Directions.Add(new Domain.Directions.Direction(Me.Id, Input.Statement));
        }

        var setup = await Db.SetupAsync(Me.Id);
        if (setup.GoalId is null || setup.DoneAt is not null)
        {
            setup.Begin(null, SetupStep.Template, Now);
        }

        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~/setup/templates"));
    }

    public sealed record DirectionInput
    {
        [KeepTo(Limits.Notes)]
        public string? Statement { get; set; }

        public int Version { get; set; }
    }
}
