using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Directions;

/// <summary>The form's small buttons change only the form; nothing is stored before it is saved.</summary>
public sealed class AreasModel(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public AreasInput Input { get; set; } = new();

    public int Sum => Input.Rows.Sum(row => Math.Clamp(row.Share ?? 0, -1000, 1000));

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!HttpMethods.IsPost(Request.Method))
        {
            Input.Rows =
            [
                .. (await Db.PartsAsync()).FocusAreas.Select(area => new Row
                {
                    Id = area.Id,
                    Name = area.Name,
                    Share = area.Share,
                }),
            ];
        }

        Input.Version = await Db.Directions.VersionAsync();
        return Rows();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Reshape())
        {
            ModelState.Clear();
            return Rows();
        }

        var direction = await Db.LoadDirectionAsync(Person.Id, Input.Version);
        var before = await Db.FocusAreas.ToListAsync();
        await Db.ReplacePartsAsync(
            before,
            direction.UpdateFocusAreas(
                before,
                Input.Rows.Select(row => new FocusAreaEdit(row.Id, row.Name, row.Share)),
                Now
            )
        );
        await Db.SaveChangesAsync();
        return Done(T["Saved."], "~/direction");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Rows()
    {
        Input.Rows = [.. Input.Rows.Take(4 * Direction.MaxFocusAreas)];
        while (
            Input.Rows.Count < 3
            || (Input.Rows.Count < Direction.MaxFocusAreas && !string.IsNullOrWhiteSpace(Input.Rows[^1].Name))
        )
        {
            Input.Rows.Add(new Row());
        }

        return Page();
    }

    public sealed record Row
    {
        public Guid? Id { get; set; }

        [MaxTextLength(Limits.MaxTitleLength)]
        public string? Name { get; set; }

        [Range(0, 100, ErrorMessage = "Enter a share from 0 to 100 % for each area.")]
        public int? Share { get; set; }
    }

    public sealed record AreasInput
    {
        public List<Row> Rows { get; set; } = [];

        public int? Drop { get; set; }

        /// <summary>The row to swap with the one above it.</summary>
        public int? Up { get; set; }

        /// <summary>Whether to scale the shares to 100.</summary>
        public bool AddUp { get; set; }

        public int Version { get; set; }

        /// <returns>Whether only the form was to change.</returns>
        public bool Reshape()
        {
            if (Drop is { } drop && drop >= 0 && drop < Rows.Count)
            {
                Rows.RemoveAt(drop);
            }
            else if (Up is { } up && up > 0 && up < Rows.Count)
            {
                (Rows[up - 1], Rows[up]) = (Rows[up], Rows[up - 1]);
            }
            else if (AddUp)
            {
                var named = Rows.Where(row => !string.IsNullOrWhiteSpace(row.Name)).ToList();
                Rows.ForEach(row => row.Share = named.Contains(row) ? row.Share : null);
                foreach (var (row, share) in named.Zip(Shares.Distribute([.. named.Select(row => row.Share ?? 0)])))
                {
                    row.Share = share;
                }
            }

            return Drop is not null || Up is not null || AddUp;
        }
    }
}
