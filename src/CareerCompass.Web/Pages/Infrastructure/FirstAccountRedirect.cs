using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Until the first account exists, every page leads to its registration.</summary>
internal static class FirstAccountRedirect
{
    public static void UseFirstAccountRedirect(this WebApplication app)
    {
        // Where the provider is the only way to sign in, its return page opens the first account
        var only = app.Services.GetRequiredService<OidcSettings>().IsOnlySignIn;
        var first = only ? "/account/sign-in" : "/account/register";
        HashSet<string> paths = only
            ? ["/Account/SignIn", "/Account/OidcReturn", "/Error/Index"]
            : ["/Account/Register", "/Error/Index"];
        app.Use((context, next) => RedirectToRegisterAsync(context, next, first, paths));
    }

    private static async Task RedirectToRegisterAsync(
        HttpContext context,
        RequestDelegate next,
        string first,
        HashSet<string> paths
    )
    {
        if (
            context.User.Id() is null
            && HttpMethods.IsGet(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            && !paths.Contains(page.ViewEnginePath)
            && await context.RequestServices.GetRequiredService<SetupCode>().IsNeededAsync()
        )
        {
            context.Response.Redirect($"{context.Request.PathBase}{first}");
            return;
        }

        await next(context);
    }
}
