using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>Moves in one act all that was placed in weeks gone by and is still open.</summary>
public sealed class OverdueModel(PageTools tools) : ActionPage(tools)
{
    [FromRoute]
    public string Verb { get; set => field = value.ToLowerInvariant(); } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var board = await Db.SchedulingDataAsync();
        var overdue = board.Overdue(Today);
        if (Verb == "anew")
        {
            await Db.ScheduleAsync(board, Schedule.Create(board.ToScheduleInputs(Person.Hours, Today, null)), null, Today, Now);
        }
        else
        {
            await Db.PinAsync(board, overdue, IsoWeek.Monday(Today).AddDays(Verb == "this-week" ? 0 : 7), Today, Now);
        }

        await Db.SaveChangesAsync();
        return Done(
            Verb switch
            {
                "anew" => T["Laid out anew."],
                "this-week" => T.Count(overdue.Count, "{0} task is in this week now.", "{0} tasks are in this week now."),
                _ => T.Count(overdue.Count, "{0} task is in next week now.", "{0} tasks are in next week now."),
            },
            Place("~/"));
    }

    protected override Task<string?> HomeAsync() => Task.FromResult<string?>("~/");
}
