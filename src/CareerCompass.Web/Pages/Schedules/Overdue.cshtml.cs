using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Schedules;

/// <summary>Moves all open tasks that are left over from earlier weeks.</summary>
public sealed class OverdueModel(PageDependencies tools) : ActionPage(tools)
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
        var overdue = board.FindOverdue(Today);
        if (Verb == "anew")
        {
            await Db.ScheduleAsync(
                board,
                Schedule.Create(board.ToScheduleInputs(Person.WeeklyCapacities, Today, null)),
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
            BackPathOr("~/")
        );
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/");
}
