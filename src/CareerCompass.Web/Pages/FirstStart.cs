using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages;

/// <summary>While nobody has an account there is nothing to see but the page that opens the first.</summary>
internal static class FirstStart
{
    private static readonly HashSet<string> Places = ["/Account/Register", "/Error"];

    public static void UseFirstStart(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.User.Id() is null && HttpMethods.IsGet(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page && !Places.Contains(page.ViewEnginePath)
            && await context.RequestServices.GetRequiredService<SetupCode>().IsNeededAsync())
        {
            context.Response.Redirect($"{context.Request.PathBase}/account/register");
            return;
        }

        await next(context);
    });
}
