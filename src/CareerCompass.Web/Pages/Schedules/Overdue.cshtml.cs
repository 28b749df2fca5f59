using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>Moves all open tasks that are left over from earlier weeks.</summary>
public sealed class OverdueModel(PageTools tools) : ActionPage(tools)
{
    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var board = await Db.SchedulingDataAsync();
        var overdue = board.Overdue(Today);
        if (Verb == "anew")
        {
            await Db.ScheduleAsync(
                board,
                Schedule.Create(board.ToScheduleInputs(Person.Hours, Today, null)),
                null,
                Today,
                Now
            );
        }
        else
        {
            await Db.PinAsync(board, overdue, IsoWeek.Monday(Today).AddDays(Verb == "this-week" ? 0 : 7), Today, Now);
        }

        await Db.SaveChangesAsync();
        return Done(
            Verb switch
            {
                "anew" => T["Tasks rescheduled."],
                "this-week" => T.Count(overdue.Count, "{0} task moved to this week.", "{0} tasks moved to this week."),
                _ => T.Count(overdue.Count, "{0} task moved to next week.", "{0} tasks moved to next week."),
            },
            Place("~/")
        );
    }

    protected override Task<string?> HomeAsync() => Task.FromResult<string?>("~/");
}
