using System.CommandLine;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Operations.Commands;

internal static class ResetPasswordCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address the person signs in with." };
        var secondFactor = new Option<bool>("--second-factor")
        {
            Description =
                "Also turns off the authenticator app and its recovery codes. The person is notified by e-mail.",
        };
        var command = new Command(
            "reset-password",
            $"""
            Prints a link for setting a new password, and unlocks the account if it was locked after too many
            attempts. The link works once, for one day. Give it only to the person it is for.

            Examples:
              {App.FormatCommand("reset-password ada@example.org")}
              {App.FormatCommand("reset-password ada@example.org --second-factor")}
            """
        )
        {
            email,
            secondFactor,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                await using var app = Cli.BuildApp(parsed);
                await using var scope = app.Services.CreateAsyncScope();
                await app.Services.GetRequiredService<RunningLock>().AcquireSharedAsync();
                await RunAsync(scope.ServiceProvider, parsed.GetValue(email)!, parsed.GetValue(secondFactor));
                return 0;
            }
        );
        return command;
    }

    private static async Task RunAsync(IServiceProvider services, string email, bool secondFactor)
    {
        var db = await Cli.DatabaseAsync(services);
        var oidc = services.GetRequiredService<OidcSettings>();
        if (oidc.IsOnlySignIn && !secondFactor)
        {
            throw new UserFacingException(
                $"People sign in with {oidc.Provider} only (Oidc:Only), so a new password would have no effect. "
                    + $"Reset it there. "
                    + "If the authenticator app is locking them out, add --second-factor."
            );
        }

        var user = await services.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(email.Trim())
            ?? throw new UserFacingException($"There is no account with the address {email}.");
        var link = oidc.IsOnlySignIn ? null : await LinkAsync(services, user);
        if (secondFactor && user.TwoFactorEnabled)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<Authenticator>().ResetAsync(user, "The server command line");
            await transaction.CommitAsync();
        }

        Console.WriteLine(link?.ToString() ?? $"{user.Email} now signs in with {oidc.Provider} only, without a code.");
    }

    // Printed, not e-mailed, so using it does not confirm the address
    private static async Task<Uri> LinkAsync(IServiceProvider services, AppUser user)
    {
        var (db, now) = (
            services.GetRequiredService<CompassDb>(),
            services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime
        );
        var (token, text) = MailToken.Create(user.Id, TokenPurpose.AdminReset, now);
        db.MailTokens.Add(token);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        await db.SaveChangesAsync();
        return new Uri(services.GetRequiredService<MailSettings>().PublicUrl, $"account/reset/{text}");
    }
}
