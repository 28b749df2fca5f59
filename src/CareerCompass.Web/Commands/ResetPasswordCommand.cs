using System.CommandLine;
using CareerCompass.Web.Data;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Commands;

internal static class ResetPasswordCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that the person signs in with." };
        var command = new Command("reset-password", $"""
            Prints a link with which a person chooses a new password, and lets them in again when too many wrong ones locked
            them out. It works once, for two hours; give it to nobody else.

            Example:
              {App.Line("reset-password ada@example.org")}
            """) { email };
        command.SetAction(async (parsed, _) =>
        {
            await using var app = Cli.App(parsed);
            await using var scope = app.Services.CreateAsyncScope();
            await app.Services.GetRequiredService<RunningLock>().ShareAsync();
            Console.WriteLine(await LinkAsync(scope.ServiceProvider, parsed.GetValue(email)!));
            return 0;
        });
        return command;
    }

    private static async Task<Uri> LinkAsync(IServiceProvider services, string email)
    {
        var db = await Cli.DatabaseAsync(services);
        var users = services.GetRequiredService<UserManager<AppUser>>();
        var user = await users.FindByEmailAsync(email.Trim()) ?? throw new Refusal($"Nobody has an account with the address {email}.");
        var (token, text) = MailToken.New(user.Id, TokenPurpose.ResetPassword, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        db.MailTokens.Add(token);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        await db.SaveChangesAsync();
        return new Uri(services.GetRequiredService<MailSettings>().PublicUrl, $"account/reset/{text}");
    }
}
