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
        var email = new Argument<string>("EMAIL") { Description = "The address that the person signs in with." };
        var secondFactor = new Option<bool>("--second-factor")
        {
            Description = "Turns their authenticator app and its recovery codes off too. A mail tells them.",
        };
        var command = new Command("reset-password", $"""
            Prints a link with which a person chooses a new password, and lets them in again when too many wrong ones locked
            them out. It works once, for a day; give it to nobody else.

            Examples:
              {App.CommandLine("reset-password ada@example.org")}
              {App.CommandLine("reset-password ada@example.org --second-factor")}
            """) { email, secondFactor };
        command.SetAction(async (parsed, _) =>
        {
            await using var app = Cli.App(parsed);
            await using var scope = app.Services.CreateAsyncScope();
            await app.Services.GetRequiredService<RunningLock>().ShareAsync();
            await RunAsync(scope.ServiceProvider, parsed.GetValue(email)!, parsed.GetValue(secondFactor));
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(IServiceProvider services, string email, bool secondFactor)
    {
        var db = await Cli.DatabaseAsync(services);
        var oidc = services.GetRequiredService<OidcSettings>();
        if (oidc.IsOnly && !secondFactor)
        {
            throw new UserFacingException(
                $"People sign in with {oidc.Provider} alone here (Oidc:Only), so a new password would open nothing. Reset it there. "
                + "If it is the authenticator app that locks them out, add --second-factor.");
        }

        var user = await services.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(email.Trim())
            ?? throw new UserFacingException($"Nobody has an account with the address {email}.");
        var link = oidc.IsOnly ? null : await LinkAsync(services, user);
        if (secondFactor && user.TwoFactorEnabled)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<Authenticator>().ResetAsync(user, "The command line of the server");
            await transaction.CommitAsync();
        }

        Console.WriteLine(link?.ToString() ?? $"{user.Email} signs in with {oidc.Provider} alone from now on, without a code.");
    }

    // Printed, not mailed: who uses it need not read the account's mail, so the address is not confirmed by it
    private static async Task<Uri> LinkAsync(IServiceProvider services, AppUser user)
    {
        var (db, now) = (services.GetRequiredService<CompassDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var (token, text) = MailToken.Create(user.Id, TokenPurpose.HandedReset, now);
        db.MailTokens.Add(token);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        await db.SaveChangesAsync();
        return new Uri(services.GetRequiredService<MailSettings>().PublicUrl, $"account/reset/{text}");
    }
}
