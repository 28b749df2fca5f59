using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Infrastructure;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Retries all failed messages, except those to addresses that do not exist.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class MailRetryModel(PageDependencies tools) : ActionPage(tools)
{
    public async Task<IActionResult> OnPostAsync()
    {
        var count = await Db
            .OutboxMessages.IgnoreQueryFilters([QueryFilters.Owner])
            .Where(outboxMessage =>
                outboxMessage.State == OutboxMessageState.Failed && outboxMessage.Fault != MailFaultKind.BadAddress
            )
            .ExecuteUpdateAsync(set =>
                set.SetProperty(outboxMessage => outboxMessage.State, OutboxMessageState.Pending)
                    .SetProperty(outboxMessage => outboxMessage.Attempts, 0)
                    .SetProperty(outboxMessage => outboxMessage.DueAt, Now)
            );
        return Done(
            T.Count(count, "{0} message will be sent within a minute.", "{0} messages will be sent within a minute."),
            "~/admin/mail"
        );
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult<string?>("~/admin/mail");
}
