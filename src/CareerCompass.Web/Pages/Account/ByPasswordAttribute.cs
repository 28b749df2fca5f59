using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CareerCompass.Web.Pages.Account;

/// <summary>Marks a page that takes passwords or passkeys: where people sign in by the provider alone, it leads to the sign-in page and takes nothing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByPasswordAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<OidcSettings>().IsOnly)
        {
            context.Result = HttpMethods.IsPost(context.HttpContext.Request.Method)
                ? new NotFoundResult()
                : new LocalRedirectResult("~/account/sign-in");
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
