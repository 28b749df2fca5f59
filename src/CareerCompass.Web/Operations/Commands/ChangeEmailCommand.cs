using System.CommandLine;
using CareerCompass.Domain;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Operations.Commands;

internal static class ChangeEmailCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address that the person signs in with now." };
        var to = new Argument<string>("NEW") { Description = "The address that they sign in with from then on." };
        var command = new Command("change-email", $"""
            Gives a person's account another address, at once, such as when theirs was mistyped or its mailbox is gone. They
            confirm it by a mail. The former address, if it was confirmed, is told and can undo the change for seven days.

            Example:
              {App.CommandLine("change-email ada@exmaple.org ada@example.org")}
            """) { email, to };
        command.SetAction(async (parsed, _) =>
        {
            await using var app = Cli.App(parsed);
            await using var scope = app.Services.CreateAsyncScope();
            await app.Services.GetRequiredService<RunningLock>().ShareAsync();
            await RunAsync(scope.ServiceProvider, parsed.GetValue(email)!, parsed.GetValue(to)!.Trim().Normalize());
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(IServiceProvider services, string email, string to)
    {
        var db = await Cli.DatabaseAsync(services);
        if (!System.Net.Mail.MailAddress.TryCreate(to, out var address) || address.Address != to)
        {
            throw new UserFacingException($"{to} is not an e-mail address.");
        }

        var user = await services.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(email.Trim())
            ?? throw new UserFacingException($"Nobody has an account with the address {email}.");
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<EmailChanges>().SetAsync(user, to, "The command line of the server");
            await transaction.CommitAsync();
        }
        catch (DomainRuleException rule)
        {
            throw new UserFacingException(services.GetRequiredService<Localizer>().Text(rule));
        }

        Console.WriteLine(services.GetRequiredService<MailSettings>().UsesSmtp
            ? $"The account has the address {user.Email} now. A mail is on its way there, by which the person confirms it."
            : $"The account has the address {user.Email} now.");
    }
}
