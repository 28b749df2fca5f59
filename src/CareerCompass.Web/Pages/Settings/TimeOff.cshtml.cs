using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.People;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Settings;

public sealed class TimeOffModel(PageDependencies tools) : AppPage(tools)
{
    [BindProperty]
    public TimeOffInput Input { get; set; } = new();

    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync()
    {
        var first = Limits.CheckDate(Input.FirstDay!.Value, Today, nameof(Input.FirstDay));
        var off = new TimeOff(
            Person.Id,
            first,
            Limits.CheckDate(Input.LastDay!.Value, Today, nameof(Input.LastDay)),
            Input.Note
        );
        Db.TimeOff.Add(off);
        await Db.SaveChangesAsync();
        return Done(
            T["Time off from {0} to {1} added. Update your schedule to keep it free.", off.FirstDay, off.LastDay],
            "~/settings/hours"
        );
    }

    public sealed record TimeOffInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? FirstDay { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public DateOnly? LastDay { get; set; }

        [MaxTextLength(Limits.MaxTitleLength)]
        public string? Note { get; set; }
    }
}
