using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CareerCompass.Web.Identity;

internal sealed class OidcEvents(
    OidcSettings settings,
    OidcDiscovery discovery,
    MailSettings app,
    TimeProvider clock,
    ILogger<OidcEvents> log
) : OpenIdConnectEvents
{
    /// <summary>The hint is sent with every request, and proxies refuse headers of more than 8 KB.</summary>
    private const int MaxHint = 3000;

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = Public(OidcSetup.CallbackPath);
        context.Properties.ExpiresUtc = clock.GetUtcNow() + OidcSetup.Timeout;
        return Task.CompletedTask;
    }

    public override Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        var properties = context.Properties!;
        if (properties.ExpiresUtc is not { } until || until < clock.GetUtcNow())
        {
            // The cookie has an expiry in the browser only
            context.Fail("The sign-in took too long.");
        }
        else if (context.ProtocolMessage.Iss is { Length: > 0 } issuer && !settings.IsAuthority(issuer))
        {
            context.Fail(new OpenIdConnectProtocolException($"The answer is from another provider: {issuer}"));
        }

        properties.ExpiresUtc = null;
        return Task.CompletedTask;
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var token = context.SecurityToken;
        if (string.IsNullOrEmpty(token.Subject))
        {
            context.Fail(new OpenIdConnectProtocolException("The token has no subject."));
            return;
        }

        var claims = OidcClaims.From(
            JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(token.RawPayload))
        );
        if (!claims.AreComplete && await UserInfoAsync(context, token.Subject) is { } more)
        {
            claims = claims.With(OidcClaims.From(more));
        }

        if (claims is { Email: not null, IsEmailVerified: null })
        {
            log.Log(
                settings.LinkByVerifiedEmail ? LogLevel.Warning : LogLevel.Information,
                "The OpenID provider sends email_verified neither in its token nor in userinfo, so the address "
                    + "counts as not verified."
            );
        }

        var arrival = OidcIdentity.From(token.Issuer, token.Subject).With(claims);
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity(arrival.Claims(), context.Scheme.Name));
        if (settings.SignOutAtProvider)
        {
            var hint = token.RawData.Length <= MaxHint ? token.RawData : "";
            context.Properties!.StoreTokens([new() { Name = OpenIdConnectParameterNames.IdToken, Value = hint }]);
        }
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = settings.ClientId;
        context.ProtocolMessage.PostLogoutRedirectUri = Public(OidcSetup.SignedOutPath);
        return Task.CompletedTask;
    }

    public override Task SignedOutCallbackRedirect(RemoteSignOutContext context)
    {
        context.Response.Redirect(context.Request.PathBase + "/welcome");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        OidcFailure.Report(context.HttpContext, context.Failure);
        context.Response.Redirect(context.Request.PathBase + OidcSignIn.ReturnUrlOf(context.Properties));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private string Public(string path) => new Uri(app.PublicUrl, path.TrimStart('/')).AbsoluteUri;

    /// <returns>Null when there is no userinfo, it fails, or it is about another subject.</returns>
    private async Task<JsonElement?> UserInfoAsync(TokenValidatedContext context, string subject)
    {
        var cancel = context.HttpContext.RequestAborted;
        var address = (await discovery.GetConfigurationAsync(cancel)).UserInfoEndpoint;
        var access = context.TokenEndpointResponse?.AccessToken;
        if (string.IsNullOrEmpty(address) || string.IsNullOrEmpty(access))
        {
            return null;
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
            using var response = await discovery.Client.SendAsync(request, cancel);
            var userInfo = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancel);
            if (userInfo.TryGetProperty("sub", out var sub) && sub.ToString() == subject)
            {
                return userInfo;
            }

            log.LogWarning("The userinfo from the OpenID provider is for another subject, so it was ignored.");
        }
        catch (Exception problem)
            when (problem is HttpRequestException or InvalidOperationException or JsonException or FormatException
                || (problem is OperationCanceledException && !cancel.IsCancellationRequested)
            )
        {
            log.LogWarning(
                problem,
                "The userinfo from the OpenID provider could not be read, so the sign-in continues without it."
            );
        }

        return null;
    }
}
