using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Welcome;

[AllowAnonymous]
public sealed class WelcomeModel(
    PageDependencies tools,
    IHostEnvironment environment,
    RegistrationSettings registration,
    OidcSettings oidc
) : AppPage(tools)
{
    public bool OffersAccounts { get; } = registration.Mode == RegistrationMode.Open && !oidc.IsOnlySignIn;

    public bool OffersDemo { get; } = environment.IsDevelopment();

    public override Task<IActionResult> OnGetAsync() =>
        Task.FromResult<IActionResult>(User.Id() is null ? Page() : LocalRedirect(Url.Content("~/")));
}
