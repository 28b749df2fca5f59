using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CareerCompass.Web.Identity;

internal sealed class OidcOptions : OAuthOptions
{
    // Addresses come from the provider, the rest was checked at the start
    public override void Validate()
    {
    }
}

/// <summary>
/// OpenID Connect's code flow on top of OAuth's: where things are is asked of the provider, and who somebody is is read
/// from a token that the provider signed for this app and this very sign-in.
/// </summary>
internal sealed class OidcHandler(
    IOptionsMonitor<OidcOptions> options, ILoggerFactory logger, UrlEncoder encoder, OidcSettings settings, OidcProvider provider, MailSettings app)
    : OAuthHandler<OidcOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";
    private const string Since = "since";
    private string? authorize;

    // Built from the setting, as behind a proxy the request may not know under which name it came
    private string RedirectUri => new Uri(app.PublicUrl, Options.CallbackPath.Value!.TrimStart('/')).AbsoluteUri;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            authorize = (await provider.DiscoverAsync(Context.RequestAborted)).AuthorizationEndpoint;
        }
        catch (OidcUnreachable problem)
        {
            await Options.Events.RemoteFailure(new(Context, Scheme, Options, problem) { Properties = properties });
            return;
        }

        properties.Items[Nonce] = Secret();
        properties.Items[Since] = TimeProvider.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var verifier = Secret();
        properties.Items[OAuthConstants.CodeVerifierKey] = verifier;
        return QueryHelpers.AddQueryString(authorize!, new Dictionary<string, string?>
        {
            ["client_id"] = settings.ClientId,
            ["response_type"] = "code",
            ["scope"] = settings.Scopes,
            ["redirect_uri"] = RedirectUri,
            ["nonce"] = properties.Items[Nonce],
            [OAuthConstants.CodeChallengeKey] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            [OAuthConstants.CodeChallengeMethodKey] = OAuthConstants.CodeChallengeMethodS256,
            ["state"] = Options.StateDataFormat.Protect(properties),
        });
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        // The cookie that comes with the state ends in the browser alone, which is not asked
        if (!long.TryParse(context.Properties.Items[Since], out var since) || TimeProvider.GetUtcNow().UtcTicks - since > Options.RemoteAuthenticationTimeout.Ticks)
        {
            throw new AuthenticationFailureException("The sign-in took too long.");
        }

        if (Request.Query.TryGetValue("iss", out var answerer) && !settings.IsAuthority(answerer))
        {
            throw new OidcRefused("Somebody else than the provider answered.");
        }

        var found = await provider.DiscoverAsync(Context.RequestAborted);
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = RedirectUri,
            ["client_id"] = settings.ClientId!,
            [OAuthConstants.CodeVerifierKey] = context.Properties.Items[OAuthConstants.CodeVerifierKey]!,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, found.TokenEndpoint);
        Identify(request, fields, found);
        request.Content = new FormUrlEncodedContent(fields);
        using var response = await provider.Client.SendAsync(request, Context.RequestAborted);
        var body = await response.Content.ReadAsStringAsync(Context.RequestAborted);
        return response.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(JsonDocument.Parse(body))
            : OAuthTokenResponse.Failed(new OidcRefused($"The provider's token endpoint answered {(int)response.StatusCode}: {body[..Math.Min(body.Length, 200)]}"));
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var idToken = tokens.Response!.RootElement.TryGetProperty("id_token", out var value) ? value.GetString() : null;
        if (string.IsNullOrEmpty(idToken))
        {
            throw new OidcRefused("The provider sent no id_token.");
        }

        var token = await provider.ReadAsync(idToken, tokens.AccessToken!, properties.Items[Nonce]!, Context.RequestAborted);
        var arrival = OidcArrival.Of(token.Issuer, token.Subject).With(JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(token.EncodedPayload)));
        if (arrival is { Email: null } or { Name: null } && await UserInfoAsync(tokens.AccessToken!, token.Subject) is { } more)
        {
            arrival = arrival.With(more);
        }

        identity.AddClaims(arrival.Claims());
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    /// <summary>What the provider's userinfo says beyond the token; null when it has none, or speaks of somebody else.</summary>
    private async Task<JsonElement?> UserInfoAsync(string accessToken, string subject)
    {
        var found = await provider.DiscoverAsync(Context.RequestAborted);
        if (string.IsNullOrEmpty(found.UserInfoEndpoint))
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, found.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await provider.Client.SendAsync(request, Context.RequestAborted);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        var told = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Context.RequestAborted));
        return told.TryGetProperty("sub", out var sub) && sub.GetString() == subject ? told : null;
    }

    /// <summary>Says that this is the app that the provider knows, in a way that the provider takes.</summary>
    private void Identify(HttpRequestMessage request, Dictionary<string, string> fields, OpenIdConnectConfiguration found)
    {
        if (string.IsNullOrEmpty(settings.ClientSecret))
        {
            return;
        }

        var ways = found.TokenEndpointAuthMethodsSupported;
        if (ways.Contains("client_secret_post") && !ways.Contains("client_secret_basic"))
        {
            fields["client_secret"] = settings.ClientSecret;
        }
        else
        {
            var pair = $"{Uri.EscapeDataString(settings.ClientId!)}:{Uri.EscapeDataString(settings.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
        }
    }

    private static string Secret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
