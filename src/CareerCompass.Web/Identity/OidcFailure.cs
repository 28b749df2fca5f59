using CareerCompass.Web.Localization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareerCompass.Web.Identity;

/// <summary>Puts what went wrong with the provider into a sentence for the next page. The log says more.</summary>
internal static class OidcFailure
{
    /// <summary>The name under which the next page finds the sentence.</summary>
    public const string Problem = "Problem";

    public static void Describe(HttpContext context, Exception? failure)
    {
        var services = context.RequestServices;
        var error = context.Request.Query["error"].ToString();
        if (error != "access_denied")
        {
            services.GetRequiredService<ILogger<OidcEvents>>()
                .LogWarning(failure, "A sign-in by the OpenID provider failed.");
        }

        var notes = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        var provider = services.GetRequiredService<OidcSettings>().Provider;
        notes[Problem] = Sentence(services.GetRequiredService<Localizer>(), provider, failure, error);
        notes.Save();
    }

    private static string Sentence(Localizer localizer, string provider, Exception? failure, string error) => failure switch
    {
        OidcUnreachableException or HttpRequestException or OperationCanceledException =>
            localizer["{0} cannot be reached right now. Please try again in a few minutes.", provider],
        OidcClockSkewException { Ahead: var ahead } => localizer[
            "What {0} answered could not be verified: its clock and the clock of this server differ by about {1} minutes. Please tell whoever runs this server.",
            provider, Math.Round(Math.Abs(ahead.TotalMinutes))],
        _ when error == "access_denied" =>
            localizer["{0} did not let you in, or you turned back there. Nothing has changed here.", provider],
        _ when error.Length > 0 =>
            localizer["{0} could not sign you in just now. Please try again in a few minutes.", provider],
        AuthenticationFailureException =>
            localizer["That sign-in took too long, was finished already, or began in another browser. Please start again."],
        _ => localizer[
            "What {0} answered could not be verified, so nobody was signed in. Please try again; if it stays so, tell whoever runs this server.",
            provider],
    };
}
