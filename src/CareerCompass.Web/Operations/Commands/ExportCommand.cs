using System.CommandLine;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Persistence;
using Microsoft.AspNetCore.Identity;

namespace CareerCompass.Web.Operations.Commands;

internal static class ExportCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address the person signs in with." };
        var to = new Option<string?>("--to")
        {
            Description = "The file to write. By default, the document is printed.",
            HelpName = "FILE",
        };
        var command = new Command(
            "export",
            $"""
            Exports all data of a person as a JSON document, the same one they can download in their settings. Ask
            them first.

            Example:
              {App.FormatCommand("export ada@example.org --to ada.json")}
            """
        )
        {
            email,
            to,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = Cli.BuildApp(parsed);
                await using var scope = app.Services.CreateAsyncScope();
                var document = await ExportAsync(scope.ServiceProvider, parsed.GetValue(email)!);
                await using var target =
                    parsed.GetValue(to) is not { } file ? Console.OpenStandardOutput()
                    : !File.Exists(file) ? BackupArchive.CreatePrivateFile(file)
                    : throw new UserFacingException($"{file} already exists. Choose another name.");
                await target.WriteAsync(document, cancellation);
                return 0;
            }
        );
        return command;
    }

    private static async Task<byte[]> ExportAsync(IServiceProvider services, string email)
    {
        var db = await Cli.DatabaseAsync(services);
        var user = await services.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(email.Trim())
            ?? throw new UserFacingException($"There is no account with the address {email}.");
        services.GetRequiredService<OwnerScope>().Use(user.Id);
        return await db.ExportAsync(user.Id, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
    }
}
