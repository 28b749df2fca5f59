using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>
/// The base of all pages. A handler loads, makes one call to the domain, saves and redirects. When a rule, a stale form
/// or an expired token prevents that, <see cref="FormFilter"/> shows the same page with everything that was typed.
/// </summary>
public abstract class AppPage(PageDependencies tools) : PageModel
{
    public CompassDb Db => tools.Db;

    public Localizer T => tools.Localizer;

    /// <summary>The signed-in person; null on public pages.</summary>
    public CurrentPerson Person { get; private set; } = null!;

    public DateTime Now { get; } = tools.Clock.GetUtcNow().UtcDateTime;

    /// <summary>In the person's time zone.</summary>
    public DateOnly Today { get; private set; }

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>The path of the action that undoes it; null when there is none.</summary>
    [TempData]
    public string? StatusUndo { get; set; }

    /// <summary>The account that a rate-limited form is about.</summary>
    internal virtual string? AttemptedAccount => User.Id()?.ToString();

    /// <summary>Stops counting this request as an attempt, once it turns out to be valid.</summary>
    internal Action ReleaseAttempt { get; set; } = () => { };

    /// <summary>
    /// Identifies a known device, whose attempts count separately so that a stranger cannot block it.
    /// </summary>
    internal virtual Task<string?> FindKnownDeviceAsync() => Task.FromResult(User.Id()?.ToString());

    public abstract Task<IActionResult> OnGetAsync();

    /// <returns>False when the cookie belongs to a deleted account.</returns>
    internal async Task<bool> LoadPersonAsync()
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
        T.TimeZone = currentPerson.TimeZone;
        Today = Domain.People.LocalTime.DateAt(Now, currentPerson.TimeZone);
        return true;
    }

    internal void AddRuleError(DomainRuleException rule)
    {
        var input = GetType().GetProperty("Input")?.PropertyType.GetProperty(rule.Field);
        ModelState.AddModelError(rule.Field.Length > 0 && input is not null ? $"Input.{rule.Field}" : "", T.Text(rule));
    }

    /// <summary>Shows the form again with what was typed and the newest version, after a concurrent edit.</summary>
    internal virtual void AddStaleError()
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

    protected static DomainRuleException TrashedException() =>
        new(
            "",
            "This was moved to Trash in the meantime. Your text is still here. Restore it from Trash in another "
                + "tab, then save again."
        );

    /// <summary>The path may contain any script, but the Location header is ASCII.</summary>
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

    /// <param name="undo">The path of the action that undoes it, if there is one.</param>
    protected IActionResult Done(string message, string url, string? undo = null)
    {
        (StatusMessage, StatusUndo) = (message, undo);
        return LocalRedirect(Url.Content(url));
    }
}
