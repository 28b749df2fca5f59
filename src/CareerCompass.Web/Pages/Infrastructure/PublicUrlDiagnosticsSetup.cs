using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Pages.Infrastructure;

internal static class PublicUrlDiagnosticsSetup
{
    /// <summary>Only administrators are looked at: others may come as they like, and nobody else could mend it.</summary>
    public static void UsePublicUrlDiagnostics(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.IsAdmin())
                {
                    context.RequestServices.GetRequiredService<PublicUrlDiagnostics>().Inspect(context);
                }

                return next(context);
            }
        );
}
