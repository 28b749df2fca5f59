using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.GoalTemplates;

public static class TemplateQueries
{
    /// <summary>Finds a catalog template by key or a personal template by id; null when not found.</summary>
    public static async Task<GoalTemplate?> FindTemplateAsync(
        this CompassDb db,
        TemplateCatalog catalog,
        string? key
    ) =>
        Guid.TryParse(key, out var id)
            ? (
                await db.PersonalTemplates.AsNoTracking().SingleOrDefaultAsync(template => template.Id == id)
            )?.ReadTemplate()
            : catalog.Find(key);

    /// <summary>The person's goal setup, created on first use.</summary>
    public static async Task<GoalSetup> GetOrAddSetupAsync(this CompassDb db, Guid ownerId)
    {
        var goalSetup = await db.GoalSetups.SingleOrDefaultAsync();
        if (goalSetup is null)
        {
            db.GoalSetups.Add(goalSetup = new GoalSetup(ownerId));
        }

        return goalSetup;
    }
}
