using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class MailSendModel(PageDependencies tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid MessageId { get; set; }

    private IQueryable<OutboxMessage> Mine =>
        Db
            .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(outboxMessage => outboxMessage.Id == MessageId);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Mine.SingleOrDefaultAsync() is not { } outboxMessage)
        {
            return NotFound();
        }

        outboxMessage.RetryNow(Now);
        await Db.SaveChangesAsync();
        return Done(
            outboxMessage.State == OutboxMessageState.Pending
                ? T["The message will be sent within a minute."]
                : T["This message does not need to be sent again."],
            BackPathOr("~/admin/mail")
        );
    }

    protected override async Task<string?> FindHomePathAsync() => await Mine.AnyAsync() ? "~/admin/mail" : null;
}
