using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Settings.Security;

public sealed class EndSessionModel(PageDependencies tools, Sessions sessions) : ActionPage(tools)
{
    [FromRoute]
    public Guid SessionId { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await sessions.EndAsync(Person.Id, SessionId)
            ? Done(T["That device is signed out."], "~/settings/security")
            : NotFound();

    protected override async Task<string?> FindHomePathAsync() =>
        await sessions.Active(Person.Id).AnyAsync(session => session.Id == SessionId) ? "~/settings/security" : null;
}
