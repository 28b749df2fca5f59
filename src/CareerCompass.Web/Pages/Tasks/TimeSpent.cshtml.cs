using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Tasks;

public sealed class TimeSpentModel(PageDependencies tools) : AppPage(tools)
{
    [FromRoute]
    public Guid TaskId { get; set; }

    [BindProperty]
    public TimeSpentInput Input { get; set; } = new();

    /// <summary>The page with the form. Ignored unless it is a local path.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public TimeSpentOffer Offer { get; private set; } = null!;

    public Guid GoalId { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        var task = await Db
            .Tasks.Where(task => task.Id == TaskId)
            .Join(Db.Goals, task => task.GoalId, goal => goal.Id, (task, _) => task)
            .Select(task => new
            {
                task.GoalId,
                task.Title,
                task.Estimate,
                Logged = Db
                    .TimeEntries.Where(timeEntry => timeEntry.TaskId == task.Id)
                    .Sum(timeEntry => timeEntry.Minutes),
            })
            .SingleOrDefaultAsync();
        if (task is null)
        {
            return NotFound();
        }

        (GoalId, Offer) = (task.GoalId, new TimeSpentOffer(TaskId, task.Title, task.Estimate, task.Logged));
        Input.Time ??= Offer.Suggested;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var task = await Db
            .Tasks.Where(task => task.Id == TaskId)
            .Join(Db.Goals, task => task.GoalId, goal => goal.Id, (task, _) => task)
            .SingleOrDefaultAsync();
        if (task is null)
        {
            return NotFound();
        }

        var minutes = Duration.Parse(Input.Time, Limits.MaxDayMinutes, nameof(Input.Time))!.Value;
        var day = task.DoneOn is { } done && done >= Today.AddYears(-1) && done <= Today ? done : Today;
        Db.TimeEntries.Add(new TimeEntry(Person.Id, task.GoalId, task.Id, day, minutes, Today));
        await Db.SaveChangesAsync();
        return Done(
            T["{0} logged for “{1}”.", T.Minutes(minutes), task.Title],
            Url.IsLocalUrl(Back) ? Back! : $"~/goals/{task.GoalId}"
        );
    }

    public sealed record TimeSpentInput
    {
        /// <summary>As typed; see <see cref="Duration.Parse"/>.</summary>
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(40)]
        public string? Time { get; set; }
    }
}
