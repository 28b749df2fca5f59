using System.ComponentModel.DataAnnotations;
using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Account;

/// <summary>The return page of the OpenID provider. Asks newcomers for what is missing.</summary>
[AllowAnonymous]
[RateLimited(RateLimitedAttribute.Register)]
public sealed class ArrivedModel(
    PageDependencies tools,
    OidcSignIn oidc,
    OidcSettings settings,
    Accounts accounts,
    RegistrationSettings registration,
    SetupCode setup
) : AppPage(tools)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public ArrivedInput Input { get; set; } = new();

    [TempData]
    public string? Problem { get; set; }

    public OidcIdentity OidcIdentity { get; private set; } = null!;

    public string Provider => settings.Provider;

    /// <summary>Whether this is the first account, which requires proof of server ownership.</summary>
    public bool RequiresCode { get; private set; }

    public bool IsCodeFromSettings => setup.IsFromSettings;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (User.Id() is not null)
        {
            return RedirectOnward();
        }

        if (await oidc.IdentityAsync() is not { } arrival)
        {
            return await RefuseAsync(T["This sign-in expired or was already completed. Please start again."]);
        }

        OidcIdentity = arrival;
        Input = Input with { Name = Input.Name ?? arrival.Name };
        var outcome = await oidc.SignInAsync(arrival);
        var isKnown = outcome is OidcSignInResult.SignedIn or OidcSignInResult.RequiresCode;
        if (isKnown && await oidc.CompareAddressAsync(arrival) is { } address && outcome == OidcSignInResult.SignedIn)
        {
            StatusMessage = T[
                "Your address at {0} is {1}. CareerCompass still sends e-mail to {2}.",
                Provider,
                arrival.Email!,
                address
            ];
        }

        RequiresCode = outcome == OidcSignInResult.FirstAccount && registration.RequiresCode;
        if (RequiresCode)
        {
            await setup.EnsureCodeAsync();
        }

        return outcome switch
        {
            OidcSignInResult.SignedIn => RedirectOnward(),
            OidcSignInResult.NewAccount or OidcSignInResult.FirstAccount => Page(),
            OidcSignInResult.RequiresCode => RedirectToPage(
                "/Account/SecondStep",
                new { ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null }
            ),
            OidcSignInResult.AddressHasAccount when settings.IsOnlySignIn => await RefuseAsync(
                T[
                    "An account with the address {0} already exists, but it is not linked to {1}. Please contact "
                        + "the administrator.",
                    arrival.Email!,
                    Provider
                ]
            ),
            OidcSignInResult.AddressHasAccount => await RefuseAsync(
                T[
                    "An account with the address {0} already exists. Sign in with your password, then link {1} "
                        + "under Settings.",
                    arrival.Email!,
                    Provider
                ]
            ),
            OidcSignInResult.LinkedToOtherSubject => await RefuseAsync(
                T[
                    "An account with the address {0} already exists, and it is linked to another account at {1}. If "
                        + "it is yours, please contact the administrator.",
                    arrival.Email!,
                    Provider
                ]
            ),
            OidcSignInResult.RegistrationClosed => await RefuseAsync(
                T[
                    "You do not have an account here yet, and this server does not create accounts automatically. "
                        + "Please contact the administrator."
                ]
            ),
            _ => await RefuseAsync(
                T["You cannot sign in to this account right now. Try again later, or contact the administrator."]
            ),
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var shown = await OnGetAsync();
        if (shown is not PageResult)
        {
            return shown;
        }

        if (RequiresCode && !await setup.MatchesAsync(Input.Code))
        {
            ModelState.AddModelError(
                "Input.Code",
                T["Incorrect set-up code. Look for the latest one in the server's log, or in the Setup:Code setting."]
            );
            return shown;
        }

        if ((OidcIdentity.Email ?? Input.Email?.Trim()) is not { Length: > 0 } email)
        {
            ModelState.AddModelError("Input.Email", T[ValidationMessages.Required]);
            return shown;
        }

        var (_, result) = await accounts.CreateAsync(
            Input.Name,
            email,
            null,
            Input.Zone,
            login: OidcIdentity.Login,
            confirmed: OidcIdentity.IsEmailVerified
        );
        if (!result.Succeeded)
        {
            ModelState.AddIdentityErrors(result, T);
            return shown;
        }

        await oidc.SignInAsync(OidcIdentity);
        StatusMessage = T["Welcome, {0}. Your account is ready.", Input.Name!.Trim()];
        return RedirectOnward("~/setup");
    }

    private async Task<LocalRedirectResult> RefuseAsync(string sentence)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        Problem = sentence;
        return LocalRedirect(Url.Content("~/account/sign-in"));
    }

    private LocalRedirectResult RedirectOnward(string home = "~/") =>
        LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content(home));

    public sealed record ArrivedInput
    {
        [MaxTextLength(100)]
        public string? Code { get; set; }

        [Required(ErrorMessage = ValidationMessages.Required)]
        [MaxTextLength(Limits.MaxTitleLength)]
        public string? Name { get; set; }

        [MaxTextLength(IdentityErrors.MaxEmailLength)]
        [Email]
        public string? Email { get; set; }

        [Required(ErrorMessage = ValidationMessages.ChooseOne)]
        public string? Zone { get; set; }
    }
}
