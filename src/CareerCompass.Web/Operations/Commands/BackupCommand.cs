using System.CommandLine;
using System.Globalization;
using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Operations.Commands;

internal static class BackupCommand
{
    public static Command Create()
    {
        var to = new Option<string?>("--to") { Description = "The file to write. Without it, the backup joins the others in the folder of backups, and is never dropped.", HelpName = "FILE" };
        var command = new Command("backup", $"""
            Takes a backup of the database (SQLite) and of the keys, while the app may run, and checks it. Keep it to yourself: it
            holds everybody's plans.

            Examples:
              {App.CommandLine("backup")}
              {App.CommandLine("backup --to /mnt/usb/careercompass.zip")}
            """) { to };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = Cli.App(parsed);
            var file = parsed.GetValue(to);
            if (file is not null && (File.Exists(file) || Directory.Exists(file)))
            {
                throw new UserFacingException($"{file} is there already. Choose another name.");
            }

            var backup = await app.Services.GetRequiredService<BackupStore>().CreateAsync(Backup.Manual, file, cancellation);
            var backupContents = BackupArchive.Read(backup.Path);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Took and checked {backup.Path}: {backupContents.Rows.GetValueOrDefault("People")} people, {backupContents.Rows.GetValueOrDefault("Goals")} goals."));
            return 0;
        });
        return command;
    }
}
