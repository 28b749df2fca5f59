using CareerCompass.Web.Data;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages;

/// <summary>
/// Where a link that acts leads: a page that asks. Only its button acts, so that whoever merely looks (a link scanner, a
/// browser that fetches ahead) changes nothing. Nobody has to sign in for it, and it shows nothing but the one thing.
/// </summary>
[AllowAnonymous]
[TokenInAddress]
[Limited(LimitedAttribute.Link)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LinkModel(PageTools tools, OwnerScope owner) : AppPage(tools)
{
    private const string Undo = "undo";
    private const int MostTries = 5;

    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>What the button does: "undo" takes it back, all else does it.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public MailAction Action { get; private set; } = MailAction.Unknown;

    /// <summary>It has just been done, or taken back, by this very button.</summary>
    public bool IsDone { get; private set; }

    public bool IsTick => Action.Purpose == TokenPurpose.TickStep;

    /// <summary>Counted by network address alone: whoever is signed in here need not be whom it is about.</summary>
    internal override string? TriedAccount => null;

    public override async Task<IActionResult> OnGetAsync()
    {
        Hide();
        Action = await Db.MailActionAsync(owner, Token, Now);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Hide();
        Action = await Db.MailActionAsync(owner, Token, Now);
        var wanted = Act == Undo ? LinkState.Used : LinkState.Fresh;
        IsDone = Action.State == wanted && await ActAsync();
        if (Action.State != LinkState.Unknown)
        {
            Action = await Db.MailActionAsync(owner, Token, Now);
        }

        return Shown();
    }

    // The sweep, or the person elsewhere, may touch the same row at this moment, and a link cannot be asked to try once more
    private async Task<bool> ActAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Db.ActAsync(Token, Action, Act == Undo, Now);
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private PageResult Shown()
    {
        if (Response.StatusCode == StatusCodes.Status200OK && !IsDone && Action.State != LinkState.Fresh)
        {
            Response.StatusCode = Action.State == LinkState.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        }

        return Page();
    }

    private void Hide()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
