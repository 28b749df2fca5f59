using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Support;

/// <summary>Signs in by id, in tests only: the real form takes three requests and has its own tests.</summary>
internal sealed class SignInFilter : IStartupFilter
{
    public const string Path = "/tests/sign-in/";

    /// <summary>Sets the remote address, which in-process requests lack.</summary>
    public const string CallerHeader = "X-Test-Caller";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                async (context, rest) =>
                {
                    if (context.Request.Headers[CallerHeader] is [{ } caller])
                    {
                        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(caller);
                    }

                    if (context.Request.Path.Value is { } path && path.StartsWith(Path, StringComparison.Ordinal))
                    {
                        var users = context.RequestServices.GetRequiredService<UserManager<AppUser>>();
                        var user = await users.FindByIdAsync(path[Path.Length..]);
                        await context
                            .RequestServices.GetRequiredService<SignInManager<AppUser>>()
                            .SignInAsync(user!, isPersistent: false);
                        return;
                    }

                    await rest(context);
                }
            );
            next(app);
        };
}
