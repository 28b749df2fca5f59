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
    PageTools tools,
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

    public OidcIdentity Arrival { get; private set; } = null!;

    public string Provider => settings.Provider;

    /// <summary>Whether this is the first account, which requires proof of server ownership.</summary>
    public bool AsksForCode { get; private set; }

    public bool CodeIsChosen => setup.IsChosen;

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

        Arrival = arrival;
        Input = Input with { Name = Input.Name ?? arrival.Name };
        var outcome = await oidc.SignInAsync(arrival);
        var isKnown = outcome is OidcOutcome.SignedIn or OidcOutcome.NeedsCode;
        if (isKnown && await oidc.CompareAddressAsync(arrival) is { } address && outcome == OidcOutcome.SignedIn)
        {
            StatusMessage = T[
                "Your address at {0} is {1}. CareerCompass still sends e-mail to {2}.",
                Provider,
                arrival.Email!,
                address
            ];
        }

        AsksForCode = outcome == OidcOutcome.FirstAccount && registration.AsksForCode;
        if (AsksForCode)
        {
            await setup.RenewAsync();
        }

        return outcome switch
        {
            OidcOutcome.SignedIn => RedirectOnward(),
            OidcOutcome.NewAccount or OidcOutcome.FirstAccount => Page(),
            OidcOutcome.NeedsCode => RedirectToPage(
                "/Account/SecondStep",
                new { ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null }
            ),
            OidcOutcome.HasAccount when settings.IsOnly => await RefuseAsync(
                T[
                    "An account with the address {0} already exists, but it is not linked to {1}. Please contact "
                        + "the administrator.",
                    arrival.Email!,
                    Provider
                ]
            ),
            OidcOutcome.HasAccount => await RefuseAsync(
                T[
                    "An account with the address {0} already exists. Sign in with your password, then link {1} "
                        + "under Settings.",
                    arrival.Email!,
                    Provider
                ]
            ),
            OidcOutcome.HasOtherLink => await RefuseAsync(
                T[
                    "An account with the address {0} already exists, and it is linked to another account at {1}. If "
                        + "it is yours, please contact the administrator.",
                    arrival.Email!,
                    Provider
                ]
            ),
            OidcOutcome.Closed => await RefuseAsync(
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

        if (AsksForCode && !await setup.MatchesAsync(Input.Code))
        {
            ModelState.AddModelError(
                "Input.Code",
                T["Incorrect set-up code. Look for the latest one in the server's log, or in the Setup:Code setting."]
            );
            return shown;
        }

        if ((Arrival.Email ?? Input.Email?.Trim()) is not { Length: > 0 } email)
        {
            ModelState.AddModelError("Input.Email", T[ValidationMessages.Required]);
            return shown;
        }

        var (_, result) = await accounts.CreateAsync(
            Input.Name,
            email,
            null,
            Input.Zone,
            login: Arrival.Login,
            confirmed: Arrival.EmailVerified
        );
        if (!result.Succeeded)
        {
            ModelState.Refuse(result, T);
            return shown;
        }

        await oidc.SignInAsync(Arrival);
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

        [Required(ErrorMessage = ValidationMessages.Choose)]
        public string? Zone { get; set; }
    }
}
