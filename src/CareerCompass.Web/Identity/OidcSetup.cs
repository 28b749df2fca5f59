using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CareerCompass.Web.Identity;

internal static class OidcSetup
{
    public const string Scheme = "Oidc";

    /// <summary>Where the provider sends people back to. It has to be registered there.</summary>
    public const string CallbackPath = "/account/oidc/callback";

    /// <summary>Where the provider sends people back to who signed out. It has to be registered there, too.</summary>
    public const string SignedOutPath = "/account/oidc/signed-out";

    /// <summary>How long people may take at the provider, and then for the questions that are left here.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(15);

    /// <summary>Accepted difference between the provider's clock and ours.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    // Not HS256, where the client's secret is the key: everybody who knows the client could write such tokens
    private static readonly string[] Algorithms =
    [
        "RS256",
        "RS384",
        "RS512",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES384",
        "ES512",
    ];

    /// <exception cref="InvalidOperationException">A setting cannot work.</exception>
    public static void AddOidc(this WebApplicationBuilder builder)
    {
        var settings = OidcSettings.From(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<OidcDiscovery>();
        builder.Services.AddSingleton<OidcRedirects>();
        builder.Services.AddScoped<OidcSignIn>();
        if (!settings.IsOn)
        {
            return;
        }

        builder.Services.AddSingleton<OidcEvents>();
        builder.Services.AddHostedService<OidcStartCheck>();
        builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
        builder
            .Services.AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<OidcSettings, OidcDiscovery, OidcEvents, TimeProvider>(Configure);
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, options =>
        {
            options.Cookie.Name = "careercompass.arrival";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Timeout;
        });
        if (settings.SignOutAtProvider)
        {
            builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
                options.Events.OnSigningIn = KeepHintAsync
            );
        }

        // The framework logs each refused token as an error of its own; OidcFailure logs it with what became of it
        builder.Logging.AddFilter(typeof(OpenIdConnectHandler).FullName, LogLevel.None);
    }

    private static void Configure(
        OpenIdConnectOptions options,
        OidcSettings settings,
        OidcDiscovery discovery,
        OidcEvents events,
        TimeProvider clock
    )
    {
        options.ConfigurationManager = discovery;
        options.Backchannel = discovery.Client;
        options.RequireHttpsMetadata = settings.NeedsHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.Scope.Clear();
        foreach (var scope in settings.AllScopes)
        {
            options.Scope.Add(scope);
        }

        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.DisableTelemetry = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear(); // OidcEvents makes the claims
        options.TokenHandler = new OidcTokenHandler();
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.LifetimeValidator = (from, until, token, _) =>
            IsInTime(from, until, token, clock.GetUtcNow().UtcDateTime);
        options.Events = events;

        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.SignOutScheme = IdentityConstants.ApplicationScheme;
        options.CallbackPath = CallbackPath;
        options.SignedOutCallbackPath = settings.SignOutAtProvider ? SignedOutPath : PathString.Empty;
        options.RemoteSignOutPath = PathString.Empty; // any page could sign people out by an image with that address
        options.RemoteAuthenticationTimeout = Timeout;
        options.ProtocolValidator.NonceLifetime = Timeout;

        // The provider leads back by a link, which lax cookies go along with, also where there is no https
        options.CorrelationCookie.Name = "careercompass.oidc.";
        options.NonceCookie.Name = "careercompass.oidc.nonce.";
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }

    /// <exception cref="OidcClockSkewException">The token was issued at another time than now.</exception>
    private static bool IsInTime(DateTime? from, DateTime? until, SecurityToken token, DateTime now)
    {
        if (until > now - ClockSkew && (from is null || from < now + ClockSkew))
        {
            return true;
        }

        if (
            until is not null
            && token is JsonWebToken { IssuedAt: var issued }
            && issued > DateTime.MinValue
            && (issued - now).Duration() > ClockSkew
        )
        {
            throw new OidcClockSkewException(issued - now);
        }

        return false;
    }

    /// <summary>
    /// Keeps the ID token, by which the provider knows the session that is to end, in the cookie of who signs in by it.
    /// </summary>
    private static async Task KeepHintAsync(CookieSigningInContext context)
    {
        if (context.Principal?.HasClaim(ClaimTypes.AuthenticationMethod, Scheme) == true)
        {
            var arrival = await context.HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
            if (arrival.Properties?.GetTokens().ToList() is { Count: > 0 } tokens)
            {
                context.Properties.StoreTokens(tokens);
            }
        }
    }
}
