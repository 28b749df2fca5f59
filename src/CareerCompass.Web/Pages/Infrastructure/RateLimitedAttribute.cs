using System.Globalization;
using CareerCompass.Web.Identity;
using Microsoft.Net.Http.Headers;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>Limits how often a form may be sent, by network address and by account.</summary>
/// <param name="what">Pages with the same value share their attempts.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RateLimitedAttribute(string what) : Attribute
{
    public const string SignIn = "sign-in";
    public const string Mail = "mail";
    public const string Register = "register";
    public const string Link = "link";

    /// <returns>False when the limit is reached; the page then says so.</returns>
    internal async Task<bool> AllowsAsync(AppPage page)
    {
        var context = page.HttpContext;
        var attemptLimiter = context.RequestServices.GetRequiredService<AttemptLimiter>();
        var device = what == SignIn ? await page.FindKnownDeviceAsync() : null;
        var (address, account) = (context.Connection.RemoteIpAddress, page.AttemptedAccount);
        if (
            (device is null ? attemptLimiter.Record(what, address, account) : attemptLimiter.RecordKnown(what, device))
            is not { } wait
        )
        {
            page.ReleaseAttempt = device is null
                ? () => attemptLimiter.Release(what, address, account)
                : () => attemptLimiter.ReleaseKnown(what, device);
            return true;
        }

        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers[HeaderNames.RetryAfter] = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
            CultureInfo.InvariantCulture
        );
        page.ModelState.AddModelError(
            "",
            page.T.Count(
                minutes,
                "Too many attempts. Please wait {0} minute, then try again.",
                "Too many attempts. Please wait {0} minutes, then try again."
            )
        );
        return false;
    }
}
