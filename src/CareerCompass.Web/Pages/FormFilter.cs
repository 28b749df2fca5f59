using CareerCompass.Domain;
using CareerCompass.Web.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages;

/// <summary>Marks a page whose POST carries a token from an e-mail in its address, and so needs none from a form.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TokenInAddressAttribute : Attribute;

/// <summary>
/// Around every handler: checks the form's token and its input, and when the domain or the database says no, shows the
/// same page again with the reason at its field. Nothing a person typed is lost on the way.
/// </summary>
internal sealed class FormFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not AppPage page)
        {
            await next(); // the error page, which shows and takes nothing
            return;
        }

        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed); // or the page would be drawn of nothing
        }
        else if (!await page.EnterAsync())
        {
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.Result = new RedirectToPageResult("/Welcome");
        }
        else if (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            await next();
        }
        else
        {
            await PostAsync(context, next, page);
        }
    }

    private static async Task PostAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next, AppPage page)
    {
        try
        {
            if (!await TokenIsValidAsync(context, page) || !page.ModelState.IsValid || !IsAdmitted(page))
            {
                context.Result = await page.OnGetAsync();
                return;
            }
        }
        catch (AntiforgeryValidationException unreadable) when (unreadable.InnerException is IOException or InvalidDataException)
        {
            // No form that a browser sends: too large, cut off, or not a form at all
            context.Result = new StatusCodeResult((unreadable.InnerException as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
            return;
        }

        await ActAsync(page, await next());
    }

    private static bool IsAdmitted(AppPage page) =>
        Attribute.GetCustomAttribute(page.GetType(), typeof(LimitedAttribute)) is not LimitedAttribute limit || limit.Admits(page);

    private static async Task<bool> TokenIsValidAsync(PageHandlerExecutingContext context, AppPage page)
    {
        if (page.GetType().IsDefined(typeof(TokenInAddressAttribute), inherit: false)
            || await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext))
        {
            return true;
        }

        page.ModelState.AddModelError("", page.T["This form was open for too long, or you signed in anew since. Your text is still here: please send it once more."]);
        return false;
    }

    private static async Task ActAsync(AppPage page, PageHandlerExecutedContext done)
    {
        switch (done.Exception)
        {
            case RuleBroken rule:
                page.Refuse(rule);
                break;
            case DbUpdateException conflict when conflict.IsConflict():
                page.RefuseStale();
                break;
            case null when !page.ModelState.IsValid && done.Result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult:
                break;
            default:
                return;
        }

        page.Db.ChangeTracker.Clear();
        done.ExceptionHandled = true;
        done.Result = await page.OnGetAsync();
    }
}
