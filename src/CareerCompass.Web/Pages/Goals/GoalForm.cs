using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Directions;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Goals;

public abstract class GoalForm(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public GoalInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Aspirations { get; private set; } = [];

    protected async Task LoadAlignmentChoicesAsync()
    {
        var directionParts = await Db.PartsAsync();
        Areas = Choices(directionParts.FocusAreas.Select(area => (area.Id, area.Name)));
        Aspirations = Choices(directionParts.Aspirations);
    }

    protected async Task AlignAsync(Goal goal)
    {
        var area = Input.FocusAreaId is null
            ? null
            : await Db.FocusAreas.SingleOrDefaultAsync(area => area.Id == Input.FocusAreaId);
        var aspiration = Input.AspirationId is null
            ? null
            : await Db.Aspirations.SingleOrDefaultAsync(aspiration => aspiration.Id == Input.AspirationId);
        if (area?.Id != Input.FocusAreaId)
        {
            throw new DomainRuleException(nameof(Input.FocusAreaId), "Choose one of your focus areas.");
        }

        if (aspiration?.Id != Input.AspirationId)
        {
            throw new DomainRuleException(nameof(Input.AspirationId), "Choose one of your aspirations.");
        }

        goal.AlignWith(area, aspiration);
        goal.PlanForObstacle(Input.Obstacle, Input.IfThen);
    }

    private List<SelectListItem> Choices(IEnumerable<(Guid Id, string Text)> some)
    {
        var items = some.Select(row => new SelectListItem(row.Text, row.Id.ToString())).ToList();
        return items.Count == 0 ? items : [new SelectListItem(T["None"], ""), .. items];
    }
}
