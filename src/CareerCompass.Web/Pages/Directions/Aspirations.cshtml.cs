using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Directions;

public sealed class AspirationsModel(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public AspirationsInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!HttpMethods.IsPost(Request.Method))
        {
            Input.Rows =
            [
                .. (await Db.PartsAsync()).Aspirations.Select(aspiration => new Row
                {
                    Id = aspiration.Id,
                    Title = aspiration.Title,
                }),
            ];
        }

        Input.Rows = [.. Input.Rows.Take(4 * Direction.MaxAspirations)];
        while (
            Input.Rows.Count < 2
            || (Input.Rows.Count < Direction.MaxAspirations && !string.IsNullOrWhiteSpace(Input.Rows[^1].Title))
        )
        {
            Input.Rows.Add(new Row());
        }

        Input.Version = await Db.Directions.VersionAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var direction = await Db.LoadDirectionAsync(Person.Id, Input.Version);
        var before = await Db.Aspirations.ToListAsync();
        await Db.ReplacePartsAsync(
            before,
            direction.UpdateAspirations(before, Input.Rows.Select(row => new AspirationEdit(row.Id, row.Title)), Now)
        );
        await Db.SaveChangesAsync();
        return Done(T["Saved."], "~/direction");
    }

    public sealed record Row
    {
        public Guid? Id { get; set; }

        [MaxTextLength(Limits.MaxTitleLength)]
        public string? Title { get; set; }
    }

    public sealed record AspirationsInput
    {
        public List<Row> Rows { get; set; } = [];

        public int Version { get; set; }
    }
}
