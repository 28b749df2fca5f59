using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Settings;

public sealed class IndexModel(PageDependencies tools, UserManager<AppUser> users, SignInManager<AppUser> signIn)
    : AppPage(tools)
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    public override Task<IActionResult> OnGetAsync()
    {
        Input = HttpMethods.IsPost(Request.Method)
            ? Input with
            {
                Version = Person.Version,
            }
            : SettingsInput.From(Person, Today);
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await Db.People.SingleAsync();
        Db.RequireVersion(person, Input.Version);
        person.Rename(Input.Name);
        person.SetRemindersEnabled(Input.Reminders);
        if (Input.Zone != person.Zone || Input.Rhythm != person.Rhythm)
        {
            person.ChangeReviewRhythm(Input.Zone, Input.Rhythm, await Db.LastReviewsAsync(), Now);
        }

        var minutes = Duration.Parse(Input.Hours, Limits.MaxWeekMinutes, nameof(Input.Hours))!.Value;
        if (minutes != Person.CapacityOn(Today))
        {
            await Db.SetCapacityAsync(person, Today, minutes);
        }

        await Db.SaveChangesAsync();
        if (person.Name != Person.Name)
        {
            await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        }

        return Done(T["Your settings are saved."], "~/settings");
    }

    public sealed record SettingsInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Limits.MaxTitleLength)]
        public string? Name { get; set; }

        [Required(ErrorMessage = ValidationMessages.ChooseOne)]
        public string? Zone { get; set; }

        [EnumDataType(typeof(DayOfWeek), ErrorMessage = ValidationMessages.ChooseOne)]
        public DayOfWeek Day { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public TimeOnly? At { get; set; }

        public bool Monthly { get; set; }

        public bool Quarterly { get; set; }

        public bool Yearly { get; set; }

        public bool Reminders { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        public string? Hours { get; set; }

        public int Version { get; set; }

        internal ReviewRhythm Rhythm => new(Day, At ?? default, Monthly, Quarterly, Yearly);

        public static SettingsInput From(CurrentPerson currentPerson, DateOnly today) =>
            new()
            {
                Name = currentPerson.Name,
                Zone = currentPerson.Zone,
                Day = currentPerson.Rhythm.Day,
                At = currentPerson.Rhythm.Time,
                Monthly = currentPerson.Rhythm.Monthly,
                Quarterly = currentPerson.Rhythm.Quarterly,
                Yearly = currentPerson.Rhythm.Yearly,
                Reminders = currentPerson.RemindersEnabled,
                Hours = Duration.Format(currentPerson.CapacityOn(today)),
                Version = currentPerson.Version,
            };
    }
}
