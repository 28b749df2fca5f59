using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Takes an invitation back: its link no longer works, and its mail no longer goes.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class RevokeInviteModel(PageTools tools, ILogger<RevokeInviteModel> log) : ActionPage(tools)
{
    [FromRoute]
    public Guid InviteId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Invites.SingleOrDefaultAsync(invite => invite.Id == InviteId) is not { } invite)
        {
            return NotFound();
        }

        invite.Revoke(Now);
        await Db.SaveChangesAsync();
        log.LogInformation("Administrator {Admin} revoked invitation {Invite}", Me.Id, invite.Id);
        return Done(T["The invitation is taken back. Its link no longer works."], Place("~/admin/invites"));
    }

    protected override async Task<string?> HomeAsync() => await Db.Invites.AnyAsync(invite => invite.Id == InviteId) ? "~/admin/invites" : null;
}
