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
/// The landing page of links that act. Only its button acts, so that link scanners and prefetching browsers change
/// nothing.
/// </summary>
[AllowAnonymous]
[TokenInUrl]
[RateLimited(RateLimitedAttribute.Link)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinkModel(PageDependencies tools, OwnerScope owner, EmailChanges emails, OidcSettings oidc)
    : AppPage(tools)
{
    private const string UndoValue = "undo";
    private const int MaxRetries = 5;

    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>"undo" reverses the action; anything else performs it.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public EmailLink Action { get; private set; } = EmailLink.Unknown;

    /// <summary>Set when the link takes an account back for its former address.</summary>
    public EmailUndo? EmailUndo { get; private set; }

    public bool IsDone { get; private set; }

    public bool IsNextStep => Action.Purpose == TokenPurpose.CompleteNextStep;

    /// <summary>Null: the link may be about another account, so attempts count by network address only.</summary>
    internal override string? AttemptedAccount => null;

    public override async Task<IActionResult> OnGetAsync()
    {
        AddPrivacyHeaders();
        if (await emails.FindUndoableAsync(Token) is { } change)
        {
            EmailUndo = new(change.From, change.CanBeUndoneAt(Now));
            return ShowState(EmailUndo.CanUndo ? EmailLinkState.Unused : EmailLinkState.Expired);
        }

        Action = await Db.FindEmailLinkAsync(owner, Token, Now);
        return ShowState(Action.State);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        AddPrivacyHeaders();
        if (await emails.FindUndoableAsync(Token) is { } change)
        {
            return await UndoAsync(change);
        }

        Action = await Db.FindEmailLinkAsync(owner, Token, Now);
        var wanted = Act == UndoValue ? EmailLinkState.Used : EmailLinkState.Unused;
        IsDone = Action.State == wanted && await ActAsync();
        if (Action.State != EmailLinkState.Unknown)
        {
            Action = await Db.FindEmailLinkAsync(owner, Token, Now);
        }

        return ShowState(Action.State);
    }

    private async Task<IActionResult> UndoAsync(EmailChange change)
    {
        if (await emails.UndoAsync(Token) is not { } reset)
        {
            return await OnGetAsync();
        }

        return oidc.IsOnlySignIn
            ? Done(T["Your account uses {0} again, and every device is signed out.", change.From], "~/account/sign-in")
            : Done(
                T["Your account uses {0} again, and every device is signed out. Now set a new password.", change.From],
                $"~/account/reset/{reset}"
            );
    }

    // The row may change at the same time, and a link cannot be asked to try again
    private async Task<bool> ActAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Db.UseEmailLinkAsync(Token, Action, Act == UndoValue, Now);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MaxRetries)
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private PageResult ShowState(EmailLinkState state)
    {
        if (Response.StatusCode == StatusCodes.Status200OK && !IsDone && state != EmailLinkState.Unused)
        {
            Response.StatusCode =
                state == EmailLinkState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }

        return Page();
    }

    private void AddPrivacyHeaders()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
