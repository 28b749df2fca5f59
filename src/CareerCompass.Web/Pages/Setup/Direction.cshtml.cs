using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

public sealed class DirectionModel(PageDependencies tools) : SetupPage(tools)
{
    public override GoalSetupStep Step => GoalSetupStep.Direction;

    [BindProperty]
    public DirectionInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        var said = await Db
            .Directions.Select(direction => new DirectionInput
            {
                Statement = direction.Statement,
                Version = direction.Version,
            })
            .SingleOrDefaultAsync()
            ?? new();
        Input = HttpMethods.IsPost(Request.Method) ? Input with { Version = said.Version } : said;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Directions.SingleOrDefaultAsync() is { } direction)
        {
            Db.RequireVersion(direction, Input.Version);
            direction.ChangeStatement(Input.Statement, Now);
        }
        else if (Input.Statement is not null)
        {
            Db.Directions.Add(new Domain.Directions.Direction(Person.Id, Input.Statement));
        }

        var goalSetup = await Db.GetOrAddSetupAsync(Person.Id);
        if (goalSetup.GoalId is null || goalSetup.DoneAt is not null)
        {
            goalSetup.Begin(null, GoalSetupStep.Template, Now);
        }

        await Db.SaveChangesAsync();
        return LocalRedirect(Url.Content("~/setup/templates"));
    }

    public sealed record DirectionInput
    {
        [MaxTextLength(Limits.MaxNotesLength)]
        public string? Statement { get; set; }

        public int Version { get; set; }
    }
}
