using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class RevokeInviteModel(PageDependencies tools, ILogger<RevokeInviteModel> log) : ActionPage(tools)
{
    [FromRoute]
    public Guid InviteId { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Db.Invitations.SingleOrDefaultAsync(invitation => invitation.Id == InviteId) is not { } invitation)
        {
            return NotFound();
        }

        invitation.Revoke(Now);
        await Db.SaveChangesAsync();
        log.LogInformation("Administrator {Admin} revoked invitation {Invite}", Person.Id, invitation.Id);
        return Done(T["Invitation revoked. Its link no longer works."], BackPathOr("~/admin/invites"));
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Invitations.AnyAsync(invitation => invitation.Id == InviteId) ? "~/admin/invites" : null;
}
