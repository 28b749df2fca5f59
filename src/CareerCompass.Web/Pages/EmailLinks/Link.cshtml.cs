using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.EmailLinks;

/// <summary>
/// Where a link that acts leads: a page that asks. Only its button acts, so that whoever merely looks (a link scanner, a
/// browser that fetches ahead) changes nothing. Nobody has to sign in for it, and it shows nothing but the one thing.
/// </summary>
[AllowAnonymous]
[TokenInAddress]
[RateLimited(RateLimitedAttribute.Link)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinkModel(PageTools tools, OwnerScope owner, EmailChanges emails, OidcSettings oidc)
    : AppPage(tools)
{
    private const string UndoPath = "undo";
    private const int MaxRetries = 5;

    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>What the button does: "undo" takes it back, all else does it.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public EmailLink Action { get; private set; } = EmailLink.Unknown;

    /// <summary>The link takes an account back by its former address; null when it acts on something else.</summary>
    public EmailUndo? EmailUndo { get; private set; }

    /// <summary>It has just been done, or taken back, by this very button.</summary>
    public bool IsDone { get; private set; }

    public bool IsTick => Action.Purpose == TokenPurpose.TickStep;

    /// <summary>Counted by network address alone: whoever is signed in here need not be whom it is about.</summary>
    internal override string? AttemptedAccount => null;

    public override async Task<IActionResult> OnGetAsync()
    {
        Hide();
        if (await emails.UndoableAsync(Token) is { } change)
        {
            EmailUndo = new(change.From, change.CanBeUndoneAt(Now));
            return Shown(EmailUndo.Works ? EmailLinkState.Fresh : EmailLinkState.Expired);
        }

        Action = await Db.FindEmailLinkAsync(owner, Token, Now);
        return Shown(Action.State);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Hide();
        if (await emails.UndoableAsync(Token) is { } change)
        {
            return await UndoAsync(change);
        }

        Action = await Db.FindEmailLinkAsync(owner, Token, Now);
        var wanted = Act == UndoPath ? EmailLinkState.Used : EmailLinkState.Fresh;
        IsDone = Action.State == wanted && await ActAsync();
        if (Action.State != EmailLinkState.Unknown)
        {
            Action = await Db.FindEmailLinkAsync(owner, Token, Now);
        }

        return Shown(Action.State);
    }

    private async Task<IActionResult> UndoAsync(EmailChange change)
    {
        if (await emails.UndoAsync(Token) is not { } reset)
        {
            return await OnGetAsync();
        }

        return oidc.IsOnly
            ? Done(T["Your account uses {0} again, and every device is signed out.", change.From], "~/account/sign-in")
            : Done(
                T["Your account uses {0} again, and every device is signed out. Now set a new password.", change.From],
                $"~/account/reset/{reset}"
            );
    }

    // The sweep, or the person elsewhere, may touch the same row at this moment, and a link cannot be asked to try once more
    private async Task<bool> ActAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Db.UseEmailLinkAsync(Token, Action, Act == UndoPath, Now);
            }
            catch (DbUpdateConcurrencyException) when (tries < MaxRetries)
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private PageResult Shown(EmailLinkState state)
    {
        if (Response.StatusCode == StatusCodes.Status200OK && !IsDone && state != EmailLinkState.Fresh)
        {
            Response.StatusCode =
                state == EmailLinkState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }

        return Page();
    }

    private void Hide()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
