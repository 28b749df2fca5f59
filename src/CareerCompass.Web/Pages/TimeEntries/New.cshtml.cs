using CareerCompass.Domain.Goals;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.TimeEntries;

public sealed class NewModel(PageDependencies tools) : TimeEntryForm(tools)
{
    [FromQuery]
    public Guid? Goal { get; set; }

    [FromQuery]
    public Guid? Task { get; set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        await LoadSubjectsAsync(taskId: Task);
        Input.GoalId ??= Task ?? Goal;
        Input.Day ??= Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (goalId, taskId) = await FindSubjectAsync();
        Db.TimeEntries.Add(new TimeEntry(Person.Id, goalId, taskId, Input.Day!.Value, Minutes, Today));
        await Db.SaveChangesAsync();
        return Done(T["{0} logged for {1}.", T.Minutes(Minutes), T.Day(Input.Day.Value)], BackPath);
    }
}
