using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Redirects through a page, because browsers apply the CSP's form-action to all redirects after a form, also those
/// between the provider's own hosts.
/// </summary>
public sealed class OidcRedirects(OidcSettings settings, OidcDiscovery discovery, ILogger<OidcRedirects> log)
{
    /// <returns>False when the provider cannot be used.</returns>
    public async Task<bool> SignInAsync(HttpContext context, AuthenticationProperties properties)
    {
        try
        {
            await context.ChallengeAsync(OidcSetup.Scheme, properties);
        }
        catch (Exception problem) when (!context.RequestAborted.IsCancellationRequested)
        {
            OidcFailure.Report(context, problem);
            return false;
        }

        RedirectByRefresh(context.Response);
        return true;
    }

    public async Task<OidcSignOutResult> SignOutAsync(HttpContext context)
    {
        if (!settings.IsEnabled || !settings.SignOutAtProvider)
        {
            return OidcSignOutResult.LocalOnly;
        }

        var ticket = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (ticket.Properties?.GetTokenValue(OpenIdConnectParameterNames.IdToken) is null)
        {
            return OidcSignOutResult.LocalOnly;
        }

        try
        {
            var found = await discovery.GetConfigurationAsync(context.RequestAborted);
            if (string.IsNullOrEmpty(found.EndSessionEndpoint))
            {
                return OidcSignOutResult.LocalOnly;
            }

            await context.SignOutAsync(OidcSetup.Scheme);
        }
        catch (OidcUnreachableException problem)
        {
            log.LogWarning(problem, "A person signed out here, but not at the OpenID provider.");
            return OidcSignOutResult.Failed;
        }

        RedirectByRefresh(context.Response);
        return OidcSignOutResult.AtProvider;
    }

    // Location remains for clients other than browsers, and for the link on the page
    private static void RedirectByRefresh(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.Headers["Refresh"] = $"0;url={response.Headers.Location}";
    }
}
