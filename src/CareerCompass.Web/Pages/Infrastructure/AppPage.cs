using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>
/// A page of the app. A handler loads, makes one call to the domain, saves and redirects; what goes wrong on the way
/// (a rule, a stale form, an old token) is told by <see cref="FormFilter"/> on the same page, with all that was typed.
/// </summary>
public abstract class AppPage(PageTools tools) : PageModel
{
    public CompassDb Db => tools.Db;

    public Localizer T => tools.Localizer;

    /// <summary>The signed-in person; there is none on pages that strangers may see.</summary>
    public CurrentPerson Person { get; private set; } = null!;

    public DateTime Now { get; } = tools.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The person's day.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>What the next page says happened.</summary>
    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>The path of the button that takes it back; null when there is none.</summary>
    [TempData]
    public string? StatusUndo { get; set; }

    /// <summary>Whose account a form that may be sent so often only is about.</summary>
    internal virtual string? AttemptedAccount => User.Id()?.ToString();

    /// <summary>Gives back the try that this request was counted as, once it turns out to be right and so no guess.</summary>
    internal Action ReleaseAttempt { get; set; } = () => { };

    /// <summary>
    /// Names the device when it is known to the account that it tries to get into: its tries are counted by themselves, as a
    /// stranger's must not hold it up. Null for strangers.
    /// </summary>
    internal virtual Task<string?> KnownDeviceAsync() => Task.FromResult(User.Id()?.ToString());

    /// <summary>Shows the page, also again after a form was refused.</summary>
    public abstract Task<IActionResult> OnGetAsync();

    /// <returns>False when the cookie is of an account that is gone.</returns>
    internal async Task<bool> EnterAsync()
    {
        if (User.Id() is null)
        {
            return true;
        }

        if (await Db.CurrentPersonAsync() is not { } currentPerson)
        {
            return false;
        }

        Person = currentPerson;
        T.Zone = currentPerson.TimeZone;
        Today = Domain.People.LocalTime.DateAt(Now, currentPerson.TimeZone);
        return true;
    }

    /// <summary>Puts a broken rule beside the input that has to change.</summary>
    internal void Refuse(DomainRuleException rule)
    {
        var input = GetType().GetProperty("Input")?.PropertyType.GetProperty(rule.Field);
        ModelState.AddModelError(rule.Field.Length > 0 && input is not null ? $"Input.{rule.Field}" : "", T.Text(rule));
    }

    /// <summary>Somebody saved the same thing first. The form is shown again with what was typed and the newest version.</summary>
    internal virtual void RefuseStale()
    {
        foreach (var key in ModelState.Keys.Where(key => key.EndsWith(".Version", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        ModelState.AddModelError(
            "",
            T[
                "This was changed in another tab or on another device. Your text is still here. If you save again, "
                    + "it replaces the other version."
            ]
        );
    }

    /// <summary>What to say when somebody saves a thing that went to Trash while they were typing.</summary>
    protected static DomainRuleException TrashedMessage() =>
        new(
            "",
            "This was moved to Trash in the meantime. Your text is still here. Restore it from Trash in another "
                + "tab, then save again."
        );

    /// <summary>A way back may have been typed in any script; the header that leads there is in ASCII.</summary>
    public override LocalRedirectResult LocalRedirect(string localUrl) =>
        base.LocalRedirect(
            string.Concat(
                localUrl
                    .EnumerateRunes()
                    .Select(rune =>
                        rune.Value is > 0x20 and < 0x7F ? rune.ToString() : Uri.EscapeDataString(rune.ToString())
                    )
            )
        );

    /// <param name="undo">The path of the action that takes it back, if there is one.</param>
    protected IActionResult Done(string message, string url, string? undo = null)
    {
        (StatusMessage, StatusUndo) = (message, undo);
        return LocalRedirect(Url.Content(url));
    }
}
