using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Efforts;

public sealed class NewModel(PageTools tools) : AppPage(tools)
{
    [BindProperty]
    public EffortInput Input { get; set; } = new();

    /// <summary>Where the form was; a path on this server, or it is not followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<SelectListItem> Goals { get; private set; } = [];

    private IQueryable<Goal> Alive => Db.Goals.Where(goal => goal.State == GoalState.Active || goal.State == GoalState.Paused);

    public override async Task<IActionResult> OnGetAsync()
    {
        var goals = await Alive.OrderBy(goal => goal.Target)
            .Select(goal => new { goal.Id, goal.Title }).ToListAsync();
        Goals = goals.ConvertAll(goal => new SelectListItem(goal.Title, goal.Id.ToString()));
        Input.Day ??= Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Alive.AnyAsync(goal => goal.Id == Input.GoalId))
        {
            throw new RuleBroken(nameof(Input.GoalId), "Choose one of your goals.");
        }

        var minutes = Duration.Parse(Input.Time, Limits.DayMinutes, nameof(Input.Time))!.Value;
        Db.Efforts.Add(new Effort(Me.Id, Input.GoalId!.Value, null, Input.Day!.Value, minutes, Today));
        await Db.SaveChangesAsync();
        return Done(T["{0} logged for {1}.", T.Minutes(minutes), T.Day(Input.Day.Value)], Url.IsLocalUrl(Back) ? Back! : "~/efforts");
    }
}
