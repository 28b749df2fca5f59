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

    /// <summary>The redirect URI to register at the provider.</summary>
    public const string CallbackPath = "/account/oidc/callback";

    /// <summary>The post-logout redirect URI to register at the provider.</summary>
    public const string SignedOutPath = "/account/oidc/signed-out";

    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    // Not HS256, whose key is the client secret: everyone who knows it could forge tokens
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

    public static void AddOidc(this WebApplicationBuilder builder)
    {
        var settings = OidcSettings.From(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<OidcDiscovery>();
        builder.Services.AddSingleton<OidcRedirects>();
        builder.Services.AddScoped<OidcSignIn>();
        if (!settings.IsEnabled)
        {
            return;
        }

        builder.Services.AddSingleton<OidcEvents>();
        builder.Services.AddHostedService<OidcStartupCheck>();
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

        // OidcFailure logs each refused token with its outcome; the framework's error would be a duplicate
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
        options.RequireHttpsMetadata = settings.RequiresHttps;
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
        // OidcEvents creates the claims
        options.ClaimActions.Clear();
        options.TokenHandler = new OidcTokenHandler();
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.LifetimeValidator = (from, until, token, _) =>
            IsInTime(from, until, token, clock.GetUtcNow().UtcDateTime);
        options.Events = events;

        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.SignOutScheme = IdentityConstants.ApplicationScheme;
        options.CallbackPath = CallbackPath;
        options.SignedOutCallbackPath = settings.SignOutAtProvider ? SignedOutPath : PathString.Empty;
        // Disabled, as any page could sign people out with an image of that address
        options.RemoteSignOutPath = PathString.Empty;
        options.RemoteAuthenticationTimeout = Timeout;
        options.ProtocolValidator.NonceLifetime = Timeout;

        // The provider returns by a link, which lax cookies accompany, also without https
        options.CorrelationCookie.Name = "careercompass.oidc.";
        options.NonceCookie.Name = "careercompass.oidc.nonce.";
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }

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

    /// <summary>The provider needs the ID token to identify the session to end.</summary>
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
