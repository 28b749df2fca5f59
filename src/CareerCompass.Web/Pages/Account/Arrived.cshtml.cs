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

/// <summary>Where somebody comes in from the OpenID provider: known people are led on, newcomers say what is missing.</summary>
[AllowAnonymous]
[RateLimited(RateLimitedAttribute.Register)]
public sealed class ArrivedModel(
    PageTools tools, OidcSignIn oidc, OidcSettings settings, Accounts accounts, RegistrationSettings registration, SetupCode setup) : AppPage(tools)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public ArrivedInput Input { get; set; } = new();

    [TempData]
    public string? Problem { get; set; }

    public OidcIdentity Arrival { get; private set; } = null!;

    public string Provider => settings.Provider;

    /// <summary>It is the first account of all, which takes proof that the server is theirs.</summary>
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
            return await RefuseAsync(T["That sign-in took too long, or was finished already. Please start again."]);
        }

        Arrival = arrival;
        Input = Input with { Name = Input.Name ?? arrival.Name };
        var outcome = await oidc.SignInAsync(arrival);
        var isKnown = outcome is OidcOutcome.SignedIn or OidcOutcome.NeedsCode;
        if (isKnown && await oidc.CompareAddressAsync(arrival) is { } address && outcome == OidcOutcome.SignedIn)
        {
            StatusMessage = T[
                "{0} gives your address as {1}. E-mails from here still go to {2}.", Provider, arrival.Email!, address];
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
            OidcOutcome.NeedsCode => RedirectToPage("/Account/SecondStep", new { ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null }),
            OidcOutcome.HasAccount when settings.IsOnly =>
                await RefuseAsync(T["There is an account with the address {0} already, and it is not linked to {1}. Please ask whoever runs this server.", arrival.Email!, Provider]),
            OidcOutcome.HasAccount =>
                await RefuseAsync(T["There is an account with the address {0} already. Please sign in to it with your password, then link {1} under Settings.", arrival.Email!, Provider]),
            OidcOutcome.HasOtherLink => await RefuseAsync(
                T["There is an account with the address {0} already, and it is linked to another account at {1}. If it is yours, please ask whoever runs this server.", arrival.Email!, Provider]),
            OidcOutcome.Closed => await RefuseAsync(T["There is no account for you here yet, and this server does not open one by itself. Please ask whoever runs it."]),
            _ => await RefuseAsync(T["This account cannot be signed in to right now. Please try again later, or ask whoever runs this server."]),
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
            ModelState.AddModelError("Input.Code", T["This is not the set-up code. It is in the newest lines of the server's log, or in the setting Setup:Code."]);
            return shown;
        }

        if ((Arrival.Email ?? Input.Email?.Trim()) is not { Length: > 0 } email)
        {
            ModelState.AddModelError("Input.Email", T[ValidationMessages.Required]);
            return shown;
        }

        var (_, result) = await accounts.CreateAsync(Input.Name, email, null, Input.Zone, login: Arrival.Login, confirmed: Arrival.EmailVerified);
        if (!result.Succeeded)
        {
            ModelState.Refuse(result, T);
            return shown;
        }

        await oidc.SignInAsync(Arrival);
        StatusMessage = T["Welcome, {0}. Your account is open.", Input.Name!.Trim()];
        return RedirectOnward("~/setup");
    }

    private async Task<LocalRedirectResult> RefuseAsync(string sentence)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        Problem = sentence;
        return LocalRedirect(Url.Content("~/account/sign-in"));
    }

    private LocalRedirectResult RedirectOnward(string home = "~/") => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content(home));

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
