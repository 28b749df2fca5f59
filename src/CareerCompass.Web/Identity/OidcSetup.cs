using CareerCompass.Web.Language;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareerCompass.Web.Identity;

internal static class OidcSetup
{
    public const string Scheme = "Oidc";

    /// <summary>Where the provider sends people back to; whoever registers the app there writes it down.</summary>
    public const string CallbackPath = "/account/oidc/callback";

    /// <summary>Under which the next page finds what went wrong.</summary>
    public const string Problem = "Problem";

    /// <summary>How long somebody may take at the provider, and then for the questions that are left here.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <exception cref="InvalidOperationException">A setting cannot work.</exception>
    public static void AddOidc(this WebApplicationBuilder builder)
    {
        var settings = OidcSettings.Of(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddScoped<OidcSignIn>();
        if (!settings.IsOn)
        {
            return;
        }

        builder.Services.AddSingleton<OidcProvider>();
        builder.Services.AddHostedService<OidcGreeting>();
        builder.Services.AddAuthentication().AddOAuth<OidcOptions, OidcHandler>(Scheme, options =>
        {
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.CallbackPath = CallbackPath;
            options.RemoteAuthenticationTimeout = Patience;

            // The provider leads back by a link, with which lax cookies travel, also where there is no https
            options.CorrelationCookie.Name = "careercompass.oidc.";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events = new OAuthEvents { OnRemoteFailure = TellAsync };
        });
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, options =>
        {
            options.Cookie.Name = "careercompass.arrival";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Patience;
        });
    }

    /// <summary>Leads back to where the person came from, which says in a sentence what went wrong. The log says more.</summary>
    private static Task TellAsync(RemoteFailureContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (words, settings) = (services.GetRequiredService<Words>(), services.GetRequiredService<OidcSettings>());
        var query = context.Request.Query;
        var denied = query["error"] == "access_denied";
        var sentence = context.Failure switch
        {
            OidcUnreachable or HttpRequestException or TaskCanceledException => words["{0} cannot be reached right now. Please try again in a few minutes.", settings.Provider],
            _ when denied => words["{0} did not let you in, or you turned back there. Nothing has changed here.", settings.Provider],
            _ when query.ContainsKey("error") => words["{0} could not sign you in just now. Please try again in a few minutes.", settings.Provider],
            AuthenticationFailureException => words["That sign-in took too long, or was finished already. Please start again."],
            _ => words["What {0} answered could not be verified, so nobody was signed in. Please try again; if it stays so, tell whoever runs this server.", settings.Provider],
        };
        if (!denied)
        {
            services.GetRequiredService<ILogger<OidcHandler>>().LogWarning(context.Failure, "A sign-in by the OpenID provider did not come about.");
        }

        var notes = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context.HttpContext);
        notes[Problem] = sentence;
        notes.Save();
        context.Response.Redirect(context.Request.PathBase + (context.Properties is { } properties && OidcSignIn.IsLink(properties) ? "/settings/linked" : "/account/sign-in"));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Asks the provider once at the start, in nobody's way, so that a wrong address shows in the log before a person finds it.</summary>
    private sealed class OidcGreeting(OidcProvider provider, ILogger<OidcGreeting> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            try
            {
                await provider.DiscoverAsync(stoppingToken);
            }
            catch (OidcUnreachable problem)
            {
                log.LogWarning(problem, "The OpenID provider cannot be used. Until it can, nobody signs in by it.");
            }
        }
    }
}
