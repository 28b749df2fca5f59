using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Settings;

public sealed class DeleteTimeOffModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid TimeOffId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.TimeOff.SingleOrDefaultAsync(row => row.Id == TimeOffId) is not { } row)
        {
            return NotFound();
        }

        Db.TimeOff.Remove(row);
        await Db.SaveChangesAsync();
        return Done(T["Time off deleted. You can work on these days again."], "~/settings/hours");
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.TimeOff.AnyAsync(row => row.Id == TimeOffId) ? "~/settings/hours" : null;
}
