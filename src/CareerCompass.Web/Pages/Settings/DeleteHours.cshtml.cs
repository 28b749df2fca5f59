using CareerCompass.Domain;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Settings;

public sealed class DeleteHoursModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid CapacityId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var rows = await Db.Capacities.ToListAsync();
        if (rows.Find(row => row.Id == CapacityId) is not { } row)
        {
            return NotFound();
        }

        Db.Capacities.Remove(
            rows.Count > 1 ? row : throw new DomainRuleException("", "These are your only hours. Change them instead.")
        );
        await Db.SaveChangesAsync();
        return Done(
            T["The hours from the week of {0} are deleted. The earlier hours apply instead.", row.FromWeek],
            "~/settings/hours"
        );
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Capacities.AnyAsync(row => row.Id == CapacityId) ? "~/settings/hours" : null;
}
