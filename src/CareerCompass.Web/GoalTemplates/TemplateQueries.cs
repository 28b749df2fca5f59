using CareerCompass.Domain.Goals;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.GoalTemplates;

public static class TemplateQueries
{
    /// <summary>A shipped template by its key, or one of the person's own by its id; null when there is none.</summary>
    public static async Task<GoalTemplate?> TemplateAsync(this CompassDb db, TemplateCatalog shelf, string? key) =>
        Guid.TryParse(key, out var id)
            ? (
                await db.PersonalTemplates.AsNoTracking().SingleOrDefaultAsync(template => template.Id == id)
            )?.ReadTemplate()
            : shelf.Find(key);

    /// <summary>The person's way to a goal, made at its first step.</summary>
    public static async Task<GoalSetup> SetupAsync(this CompassDb db, Guid ownerId)
    {
        var goalSetup = await db.GoalSetups.SingleOrDefaultAsync();
        if (goalSetup is null)
        {
            db.GoalSetups.Add(goalSetup = new GoalSetup(ownerId));
        }

        return goalSetup;
    }
}
