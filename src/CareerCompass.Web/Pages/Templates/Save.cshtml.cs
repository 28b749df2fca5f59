using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Templates;

public sealed class SaveModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid GoalId { get; set; }

    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync()
    {
        if (
            await Db.Goals.Where(goal => goal.Id == GoalId).Select(goal => goal.Title).SingleOrDefaultAsync()
            is not { } title
        )
        {
            return NotFound();
        }

        Input = HttpMethods.IsPost(Request.Method) ? Input : new() { Title = title };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.LoadPlanAsync(GoalId) is not { } goal)
        {
            return NotFound();
        }

        var template = new PersonalTemplate(
            goal,
            Input.Title,
            await Db.TaskDependencies.AsNoTracking().Where(order => order.GoalId == GoalId).ToListAsync(),
            await Db.RecurringTasks.AsNoTracking().Where(task => task.GoalId == GoalId).ToListAsync(),
            Now
        );
        Db.PersonalTemplates.Add(template);
        await Db.SaveChangesAsync();
        return Done(T["Saved as a template: {0}", template.Title], $"~/setup/templates/{template.Id}");
    }
}
