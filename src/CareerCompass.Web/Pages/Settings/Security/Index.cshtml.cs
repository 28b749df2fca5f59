using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Settings.Security;

public sealed class IndexModel(PageDependencies tools, UserManager<AppUser> users, Sessions sessions, OidcSignIn oidc)
    : AppPage(tools)
{
    public AppUser Account { get; private set; } = null!;

    public int RecoveryCodesLeft { get; private set; }

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<Session> ActiveSessions { get; private set; } = [];

    public LinkedSignIns Linked { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync()
    {
        Account = (await users.GetUserAsync(User))!;
        RecoveryCodesLeft = Account.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(Account) : 0;
        Passkeys = [.. (await users.GetPasskeysAsync(Account)).OrderBy(passkey => passkey.CreatedAt)];
        Linked = await oidc.LinkedSignInsAsync(Account);
        ActiveSessions = await sessions
            .Active(Account.Id)
            .AsNoTracking()
            .OrderByDescending(session => session.LastSeenAt)
            .ToListAsync();
        return Page();
    }
}
