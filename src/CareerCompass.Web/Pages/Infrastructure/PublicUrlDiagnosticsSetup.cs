using CareerCompass.Web.Identity;

namespace CareerCompass.Web.Pages.Infrastructure;

internal static class PublicUrlDiagnosticsSetup
{
    /// <summary>Checks administrators only: others cannot fix the setting.</summary>
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
