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
/// Around every handler: checks the form's token and its input, and when the domain or the database says no, shows the
/// same page again with the reason at its field. Nothing a person typed is lost on the way.
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
            await next(); // the error page, which shows and takes nothing
            return;
        }

        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed); // or the page would be drawn of nothing
            return;
        }

        if (context.HttpContext.User.Id() is null)
        {
            await HandleAsync(context, next, page);
            return;
        }

        // One connection for all that the handler asks; given back before the page is written to whoever reads slowly
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
        if (!await page.EnterAsync())
        {
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.Result = new RedirectToPageResult("/Welcome/Index");
        }
        else if (
            HttpMethods.IsGet(context.HttpContext.Request.Method)
            || HttpMethods.IsHead(context.HttpContext.Request.Method)
        )
        {
            await LeaveIfGoneAsync(page, await next());
        }
        else if (!await TokenIsValidAsync(context, page) || !page.ModelState.IsValid || !await IsAdmittedAsync(page))
        {
            context.Result = await ShowErrorsAsync(page);
        }
        else
        {
            await RunPageAsync(page, await next());
        }
    }

    private static async Task<bool> IsAdmittedAsync(AppPage page) =>
        Attribute.GetCustomAttribute(page.GetType(), typeof(RateLimitedAttribute)) is not RateLimitedAttribute limit
        || await limit.AllowsAsync(page);

    private static async Task<bool> TokenIsValidAsync(PageHandlerExecutingContext context, AppPage page)
    {
        if (
            page.GetType().IsDefined(typeof(TokenInAddressAttribute), inherit: false)
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

    private static async Task RunPageAsync(AppPage page, PageHandlerExecutedContext done)
    {
        switch (done.Exception)
        {
            case DomainRuleException rule:
                page.Refuse(rule);
                break;
            case { } conflict when conflict.IsConflict():
                page.RefuseStale();
                break;
            case null when !page.ModelState.IsValid && done.Result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult:
                break;
            default:
                await LeaveIfGoneAsync(page, done);
                return;
        }

        page.Db.ChangeTracker.Clear();
        done.ExceptionHandled = true;
        done.Result = await ShowErrorsAsync(page);
    }

    // The page once more, with what is wrong
    private static async Task<IActionResult> ShowErrorsAsync(AppPage page)
    {
        try
        {
            return await page.OnGetAsync();
        }
        catch (Exception)
        {
            if (await IsGoneAsync(page))
            {
                return new RedirectToPageResult("/Welcome/Index");
            }

            throw;
        }
    }

    private static async Task LeaveIfGoneAsync(AppPage page, PageHandlerExecutedContext done)
    {
        if (done.Exception is not null && !done.ExceptionHandled && await IsGoneAsync(page))
        {
            done.ExceptionHandled = true;
            done.Result = new RedirectToPageResult("/Welcome/Index");
        }
    }

    // Deleted in another tab while this request was on its way: whatever it stumbled over, nobody is there to be told
    private static async Task<bool> IsGoneAsync(AppPage page)
    {
        if (page.User.Id() is null)
        {
            return false;
        }

        page.Db.ChangeTracker.Clear();
        try
        {
            if (await page.EnterAsync())
            {
                return false;
            }
        }
        catch (System.Data.Common.DbException)
        {
            return false; // the database itself is in trouble, as the exception will say
        }

        await page.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return true;
    }
}
