using CareerCompass.Domain.Goals;
using CareerCompass.Web.Charts;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.TimeEntries;

public sealed class IndexModel(PageDependencies tools) : AppPage(tools)
{
    /// <summary>How many entries to show, newest first; 30 to 5,000.</summary>
    [FromQuery]
    public int Take { get; set; } = 30;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<GoalSum> Goals { get; private set; } = [];

    public TimeTotals TimeTotals { get; private set; } = null!;

    public TimeEntryCalendar Calendar { get; private set; } = null!;

    public bool HasMore { get; private set; }

    /// <summary>In minutes; since the first day, and in this calendar year.</summary>
    public (int Minutes, DateOnly Since, int ThisYear) Total { get; private set; }

    /// <summary>In minutes.</summary>
    public (int Minutes, int Capacity) Week { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        Take = Math.Clamp(Take, 30, 5_000);
        var efforts = Db.TimeEntries.Join(
            Db.Goals,
            timeEntry => timeEntry.GoalId,
            goal => goal.Id,
            (timeEntry, goal) => new { timeEntry, goal }
        );
        var rows = await efforts
            .OrderByDescending(row => row.timeEntry.Day)
            .ThenByDescending(row => row.timeEntry.Id)
            .Take(Take + 1)
            .Select(row => new Row(
                row.timeEntry.Id,
                row.timeEntry.Day,
                row.goal.Id,
                row.goal.Title,
                Db.Tasks.Where(task => task.Id == row.timeEntry.TaskId).Select(task => task.Title).FirstOrDefault(),
                row.timeEntry.Minutes
            ))
            .ToListAsync();
        (HasMore, Rows) = (rows.Count > Take, [.. rows.Take(Take)]);
        var newYear = new DateOnly(Today.Year, 1, 1);
        var goals = await efforts
            .GroupBy(row => new { row.goal.Id, row.goal.Title })
            .Select(group => new GoalSum(
                group.Key.Id,
                group.Key.Title,
                group.Sum(row => row.timeEntry.Minutes),
                group.Sum(row => row.timeEntry.Day >= newYear ? row.timeEntry.Minutes : 0),
                group.Min(row => row.timeEntry.Day)
            ))
            .ToListAsync();
        var first = TimeEntryCalendar.FirstDay(Today);
        var days = await efforts
            .Where(row => row.timeEntry.Day >= first)
            .GroupBy(row => row.timeEntry.Day)
            .Select(group => new { Day = group.Key, Minutes = group.Sum(row => row.timeEntry.Minutes) })
            .ToListAsync();

        Goals = [.. goals.OrderByDescending(goal => goal.Minutes)];
        TimeTotals = new TimeTotals(days.Select(day => (day.Day, day.Minutes)));
        Calendar = TimeEntryCalendar.Create(TimeTotals, Today);
        Total = (
            goals.Sum(goal => goal.Minutes),
            goals.Select(goal => goal.Since).DefaultIfEmpty(Today).Min(),
            goals.Sum(goal => goal.ThisYear)
        );
        Week = (TimeTotals.MinutesInWeekOf(Today), Person.CapacityOn(Today));
        return Page();
    }

    public sealed record Row(Guid Id, DateOnly Day, Guid GoalId, string Goal, string? Task, int Minutes);

    public sealed record GoalSum(Guid Id, string Title, int Minutes, int ThisYear, DateOnly Since);
}
