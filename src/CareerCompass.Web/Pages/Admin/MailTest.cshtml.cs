using System.ComponentModel.DataAnnotations;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Pages.Account;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>The only request that waits for the mail server.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class MailTestModel(PageDependencies tools, TestMail test, MailSettings settings, MailMonitor monitor)
    : AppPage(tools)
{
    [BindProperty]
    public TestInput Input { get; set; } = new();

    public TestMailResult? Result { get; private set; }

    public MailDiagnosis? MailDiagnosis =>
        Result?.Fault is { } fault ? Mail.MailDiagnosis.For(fault, settings, T) : null;

    public override Task<IActionResult> OnGetAsync()
    {
        Input = HttpMethods.IsPost(Request.Method) ? Input : new() { To = User.Identity!.Name };
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Result = await test.SendAsync(Input.To!.Trim(), HttpContext.RequestAborted);
        if (Result is { Fault: null, File: null })
        {
            await OutboxDelivery.RetryNowAsync(Db, Now);
            await monitor.CheckAsync();
        }

        return Page();
    }

    public sealed record TestInput
    {
        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? To { get; set; }
    }
}
