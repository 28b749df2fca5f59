using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Reviews;

public sealed class IndexModel(PageDependencies tools) : AppPage(tools)
{
    private const int Batch = 30;

    public sealed record Row(
        Guid Id,
        ReviewKind Kind,
        DateOnly Date,
        ReviewState State,
        DateTime OpenedAt,
        int Answered,
        string? Learned
    )
    {
        public string? FirstLine => Learned?.Split('\n', 2)[0].Trim();
    }

    [FromQuery]
    public int Show { get; set; } = Batch;

    public Row? Open { get; private set; }

    public int Asked { get; private set; }

    public IReadOnlyList<Row> Past { get; private set; } = [];

    public int? ShowMore { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Show = Math.Clamp(Show, Batch, 10_000);
        var rows = await Db
            .Reviews.OrderByDescending(review => review.OpenedAt)
            .Take(Show + 2)
            .Select(review => new Row(
                review.Id,
                review.Kind,
                review.Date,
                review.State,
                review.OpenedAt,
                Db.CheckIns.Count(checkIn => checkIn.ReviewId == review.Id),
                review.Learned!.Substring(0, 300)
            ))
            .ToListAsync();
        Open = rows.Find(row => row.State == ReviewState.Open);
        var past = rows.Where(row => row != Open).ToList();
        Past = [.. past.Take(Show)];
        ShowMore = past.Count > Show ? Show + Batch : null;
        if (Open is { } open)
        {
            Asked = (await Db.ReviewStepsAsync(open.Id)).Count;
        }

        return Page();
    }
}
