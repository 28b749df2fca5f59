using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Settings;

public sealed class HoursModel(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public HoursInput Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, DateOnly Week, int Minutes)> Hours { get; private set; } = [];

    public IReadOnlyList<(Guid Id, DateOnly First, DateOnly Last, string? Note)> TimeOffRows { get; private set; } = [];

    public DateOnly Current => Hours.LastOrDefault(row => row.Week <= Today).Week;

    public override async Task<IActionResult> OnGetAsync()
    {
        var hours = await Db
            .Capacities.OrderBy(row => row.FromWeek)
            .Select(row => new
            {
                row.Id,
                row.FromWeek,
                row.Minutes,
            })
            .ToListAsync();
        var off = await Db
            .TimeOff.Where(row => row.LastDay >= Today)
            .OrderBy(row => row.FirstDay)
            .Select(row => new
            {
                row.Id,
                row.FirstDay,
                row.LastDay,
                row.Note,
            })
            .ToListAsync();
        Hours = [.. hours.Select(row => (row.Id, row.FromWeek, row.Minutes))];
        TimeOffRows = [.. off.Select(row => (row.Id, row.FirstDay, row.LastDay, row.Note))];
        Input.From ??= IsoWeek.Monday(Today).AddDays(7);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var minutes = Duration.Parse(Input.Hours, Limits.MaxWeekMinutes, nameof(Input.Hours))!.Value;
        var week = IsoWeek.Monday(Limits.CheckDate(Input.From!.Value, Today, nameof(Input.From)));
        await Db.SetCapacityAsync(await Db.People.SingleAsync(), week, minutes);
        await Db.SaveChangesAsync();
        return Done(T["{0} a week, starting the week of {1}.", T.Minutes(minutes), week], "~/settings/hours");
    }

    public sealed record HoursInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? From { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public string? Hours { get; set; }
    }
}
