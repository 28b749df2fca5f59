using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class MailSendModel(PageTools tools) : ActionPage(tools)
{
    [FromRoute]
    public Guid MessageId { get; set; }

    private IQueryable<OutboxMessage> Mine =>
        Db.OutboxMessages.IgnoreQueryFilters([Filters.Owner]).Where(outboxMessage => outboxMessage.Id == MessageId);

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Mine.SingleOrDefaultAsync() is not { } outboxMessage)
        {
            return NotFound();
        }

        outboxMessage.SendNow(Now);
        await Db.SaveChangesAsync();
        return Done(
            outboxMessage.State == MessageState.Pending
                ? T["The message will be sent within a minute."]
                : T["This message does not need to be sent again."],
            Place("~/admin/mail")
        );
    }

    protected override async Task<string?> HomeAsync() => await Mine.AnyAsync() ? "~/admin/mail" : null;
}
