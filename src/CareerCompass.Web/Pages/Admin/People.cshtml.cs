using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class PeopleModel(PageDependencies tools) : AppPage(tools)
{
    public const int Size = 50;

    [FromQuery(Name = "search")]
    public string? Search { get; set; }

    /// <summary>Page number, from 1.</summary>
    [FromQuery(Name = "at")]
    public int At { get; set; }

    public int TotalCount { get; private set; }

    public int PageCount => Math.Max(1, (TotalCount + Size - 1) / Size);

    public IReadOnlyList<AccountSummary> Rows { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();
        var wanted = Search?.ToUpperInvariant();
        var users = Db.Users.Where(user => !user.IsDemo && (wanted == null || user.NormalizedEmail!.Contains(wanted)));
        TotalCount = await users.CountAsync();
        At = Math.Clamp(At, 1, PageCount);
        Rows = await users
            .OrderByDescending(user => user.Id)
            .Skip((At - 1) * Size)
            .Take(Size)
            .Select(AccountSummary.From(Db))
            .ToListAsync();
        return Page();
    }
}
