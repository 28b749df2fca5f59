using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>A page that is only a button: it acts and leads back. There is nothing to see on it.</summary>
public abstract class ActionPage(PageTools tools) : AppPage(tools)
{
    /// <summary>Where the button was; a path on this server, or it is not followed.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public sealed override async Task<IActionResult> OnGetAsync()
    {
        if (await HomeAsync() is not { } home)
        {
            return NotFound();
        }

        var problems = ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage).ToList();
        return problems.Count == 0 ? LocalRedirect(Url.Content(home)) : Done(string.Join(" ", problems), Place(home));
    }

    /// <summary>The page that the thing is shown on; null when the person has no such thing.</summary>
    protected abstract Task<string?> HomeAsync();

    internal override void RefuseStale() =>
        ModelState.AddModelError("", T["This was changed at the same time. Please try again."]);

    /// <summary>Back to where the button was.</summary>
    protected string Place(string home) => Url.IsLocalUrl(Back) ? Back! : home;
}
