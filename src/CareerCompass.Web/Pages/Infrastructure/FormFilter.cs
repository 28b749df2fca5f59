using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>
/// Runs around every handler: checks the form's token and input. When the domain or the database refuses, it shows the
/// same page with the reason beside its field, so that nothing a person typed is lost.
/// </summary>
internal sealed class FormFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (context.HandlerInstance is not AppPage page)
        {
            // The error page takes no input
            await next();
            return;
        }

        if (context.HandlerMethod is null)
        {
            // Otherwise, an empty page would be rendered
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (context.HttpContext.User.Id() is null)
        {
            await HandleAsync(context, next, page);
            return;
        }

        // One connection for the whole handler, released before the response is written to a slow client
        await page.Db.Database.OpenConnectionAsync();
        try
        {
            await HandleAsync(context, next, page);
        }
        finally
        {
            await page.Db.Database.CloseConnectionAsync();
        }
    }

    private static async Task HandleAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next,
        AppPage page
    )
    {
        if (!await page.LoadPersonAsync())
        {
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.Result = new RedirectToPageResult("/Welcome/Index");
        }
        else if (
            HttpMethods.IsGet(context.HttpContext.Request.Method)
            || HttpMethods.IsHead(context.HttpContext.Request.Method)
        )
        {
            await RedirectIfAccountDeletedAsync(page, await next());
        }
        else if (!await TokenIsValidAsync(context, page) || !page.ModelState.IsValid || !await IsWithinLimitAsync(page))
        {
            context.Result = await ShowErrorsAsync(page);
        }
        else
        {
            await HandleResultAsync(page, await next());
        }
    }

    private static async Task<bool> IsWithinLimitAsync(AppPage page) =>
        Attribute.GetCustomAttribute(page.GetType(), typeof(RateLimitedAttribute)) is not RateLimitedAttribute limit
        || await limit.AllowsAsync(page);

    private static async Task<bool> TokenIsValidAsync(PageHandlerExecutingContext context, AppPage page)
    {
        if (
            page.GetType().IsDefined(typeof(TokenInUrlAttribute), inherit: false)
            || await context
                .HttpContext.RequestServices.GetRequiredService<IAntiforgery>()
                .IsRequestValidAsync(context.HttpContext)
        )
        {
            return true;
        }

        page.ModelState.AddModelError(
            "",
            page.T[
                "This form was open for too long, or you have signed in again since. Your text is still here. "
                    + "Please submit it again."
            ]
        );
        return false;
    }

    private static async Task HandleResultAsync(AppPage page, PageHandlerExecutedContext done)
    {
        switch (done.Exception)
        {
            case DomainRuleException rule:
                page.AddRuleError(rule);
                break;
            case { } conflict when conflict.IsConflict():
                page.AddStaleError();
                break;
            case null when !page.ModelState.IsValid && done.Result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult:
                break;
            default:
                await RedirectIfAccountDeletedAsync(page, done);
                return;
        }

        page.Db.ChangeTracker.Clear();
        done.ExceptionHandled = true;
        done.Result = await ShowErrorsAsync(page);
    }

    private static async Task<IActionResult> ShowErrorsAsync(AppPage page)
    {
        try
        {
            return await page.OnGetAsync();
        }
        catch (Exception)
        {
            if (await IsAccountDeletedAsync(page))
            {
                return new RedirectToPageResult("/Welcome/Index");
            }

            throw;
        }
    }

    private static async Task RedirectIfAccountDeletedAsync(AppPage page, PageHandlerExecutedContext done)
    {
        if (done.Exception is not null && !done.ExceptionHandled && await IsAccountDeletedAsync(page))
        {
            done.ExceptionHandled = true;
            done.Result = new RedirectToPageResult("/Welcome/Index");
        }
    }

    // The account may be deleted in another tab during the request; then any error leads to the welcome page
    private static async Task<bool> IsAccountDeletedAsync(AppPage page)
    {
        if (page.User.Id() is null)
        {
            return false;
        }

        page.Db.ChangeTracker.Clear();
        try
        {
            if (await page.LoadPersonAsync())
            {
                return false;
            }
        }
        catch (System.Data.Common.DbException)
        {
            // The database itself is in trouble, as the original exception says
            return false;
        }

        await page.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return true;
    }
}
