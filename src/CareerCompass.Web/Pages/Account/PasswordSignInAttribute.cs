using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CareerCompass.Web.Pages.Account;

/// <summary>Marks a page that is unavailable when the OpenID provider is the only way to sign in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PasswordSignInAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<OidcSettings>().IsOnlySignIn)
        {
            context.Result = HttpMethods.IsPost(context.HttpContext.Request.Method)
                ? new NotFoundResult()
                : new LocalRedirectResult("~/account/sign-in");
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
