using CareerCompass.Web.Localization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CareerCompass.Web.Identity;

internal static class OidcFailure
{
    public const string Problem = "Problem";

    public static void Report(HttpContext context, Exception? failure)
    {
        var services = context.RequestServices;
        var error = context.Request.Query["error"].ToString();
        if (error != "access_denied")
        {
            services
                .GetRequiredService<ILogger<OidcEvents>>()
                .LogWarning(failure, "A sign-in with the OpenID provider failed.");
        }

        var notes = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        var provider = services.GetRequiredService<OidcSettings>().Provider;
        notes[Problem] = Sentence(services.GetRequiredService<Localizer>(), provider, failure, error);
        notes.Save();
    }

    private static string Sentence(Localizer localizer, string provider, Exception? failure, string error) =>
        failure switch
        {
            OidcUnreachableException or HttpRequestException or OperationCanceledException => localizer[
                "{0} cannot be reached right now. Please try again in a few minutes.",
                provider
            ],
            OidcClockSkewException { Ahead: var ahead } => localizer[
                "The response from {0} could not be verified because its clock and the clock of this server differ "
                    + "by about {1} minutes. Please contact the administrator.",
                provider,
                Math.Round(Math.Abs(ahead.TotalMinutes))
            ],
            _ when error == "access_denied" => localizer[
                "{0} did not sign you in, or you cancelled. Nothing has changed here.",
                provider
            ],
            _ when error.Length > 0 => localizer[
                "{0} could not sign you in just now. Please try again in a few minutes.",
                provider
            ],
            AuthenticationFailureException => localizer[
                "That sign-in took too long, was already completed, or was started in another browser. Please start "
                    + "again."
            ],
            _ => localizer[
                "The response from {0} could not be verified, so you were not signed in. Please try again. If it "
                    + "keeps happening, contact the administrator.",
                provider
            ],
        };
}
