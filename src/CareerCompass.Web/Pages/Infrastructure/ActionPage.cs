using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>A page that consists of a button: it acts and redirects, and shows nothing itself.</summary>
public abstract class ActionPage(PageDependencies tools) : AppPage(tools)
{
    /// <summary>The page with the button. Ignored unless it is a local path.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public sealed override async Task<IActionResult> OnGetAsync()
    {
        if (await FindHomePathAsync() is not { } home)
        {
            return NotFound();
        }

        var problems = ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage).ToList();
        return problems.Count == 0
            ? LocalRedirect(Url.Content(home))
            : Done(string.Join(" ", problems), BackPathOr(home));
    }

    /// <summary>The page that shows the thing; null when it does not exist or is someone else's.</summary>
    protected abstract Task<string?> FindHomePathAsync();

    internal override void AddStaleError() =>
        ModelState.AddModelError("", T["This was changed at the same time. Please try again."]);

    protected string BackPathOr(string home) => Url.IsLocalUrl(Back) ? Back! : home;
}
