using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class PersonActModel(PageDependencies tools, Administration administration) : ActionPage(tools)
{
    [FromRoute]
    public Guid UserId { get; set; }

    [FromRoute]
    public string Verb
    {
        get;
        set => field = value.ToLowerInvariant();
    } = "";

    [TempData]
    public string? NewLink { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindHomePathAsync() is not { } home)
        {
            return NotFound();
        }

        var (act, said) = Verb switch
        {
            "disable" => (
                administration.DisableAsync(Person.Id, UserId),
                T["The account is disabled, and signed out everywhere."]
            ),
            "enable" => (administration.EnableAsync(Person.Id, UserId), T["The account is enabled again."]),
            "sign-out" => (administration.SignOutAsync(Person.Id, UserId), T["The account is signed out everywhere."]),
            "promote" => (
                administration.PromoteAsync(Person.Id, UserId),
                T[
                    "They are now an administrator. Administration appears in their menu within half an hour, or "
                        + "when they next sign in."
                ]
            ),
            "demote" => (administration.DemoteAsync(Person.Id, UserId), T["They are no longer an administrator."]),
            "second-step-off" => (
                administration.ResetAuthenticatorAsync(Person.Id, UserId),
                T[
                    "The authenticator app is off, and they get an e-mail about it. They now sign in with only "
                        + "their password."
                ]
            ),
            "mail-reset" => (
                administration.MailResetAsync(Person.Id, UserId),
                T["We have sent an e-mail with a link to set a new password. The link works once, for two hours."]
            ),
            _ => (CreateLinkAsync(), T["Link created."]),
        };
        await act;
        return Done(said, home);
    }

    protected override async Task<string?> FindHomePathAsync() =>
        await Db.Users.AnyAsync(user => user.Id == UserId && !user.IsDemo) ? $"~/admin/people/{UserId}" : null;

    private async Task CreateLinkAsync() =>
        NewLink = (await administration.CreateResetLinkAsync(Person.Id, UserId)).ToString();
}
