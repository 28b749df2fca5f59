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
        var email = new Argument<string>("EMAIL") { Description = "The address the person signs in with now." };
        var to = new Argument<string>("NEW") { Description = "The new address they will sign in with." };
        var command = new Command(
            "change-email",
            $"""
            Changes the e-mail address of an account immediately, for example if it was mistyped or its mailbox is
            gone. The person confirms it by e-mail. The previous address, if it was confirmed, is notified and can undo
            this for seven days.

            Example:
              {App.FormatCommand("change-email ada@exmaple.org ada@example.org")}
            """
        )
        {
            email,
            to,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                await using var app = Cli.BuildApp(parsed);
                await using var scope = app.Services.CreateAsyncScope();
                await app.Services.GetRequiredService<RunningLock>().AcquireSharedAsync();
                await RunAsync(scope.ServiceProvider, parsed.GetValue(email)!, parsed.GetValue(to)!.Trim().Normalize());
                return 0;
            }
        );
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
            ?? throw new UserFacingException($"There is no account with the address {email}.");
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<EmailChanges>().ChangeNowAsync(user, to, "The server command line");
            await transaction.CommitAsync();
        }
        catch (DomainRuleException rule)
        {
            throw new UserFacingException(services.GetRequiredService<Localizer>().Text(rule));
        }

        Console.WriteLine(
            services.GetRequiredService<MailSettings>().UsesSmtp
                ? $"The account address is now {user.Email}. An e-mail to confirm it has been sent there."
                : $"The account address is now {user.Email}."
        );
    }
}
