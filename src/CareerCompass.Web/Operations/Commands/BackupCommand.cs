using System.CommandLine;
using System.Globalization;
using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Operations.Commands;

internal static class BackupCommand
{
    public static Command Create()
    {
        var to = new Option<string?>("--to")
        {
            Description =
                "The file to write. By default, the backup goes to the backup folder and is never deleted "
                + "automatically.",
            HelpName = "FILE",
        };
        var command = new Command(
            "backup",
            $"""
            Backs up the SQLite database and the keys, and verifies the backup. The app may keep running. Keep the
            file private: it contains everyone's plans.

            Examples:
              {App.FormatCommand("backup")}
              {App.FormatCommand("backup --to /mnt/usb/careercompass.zip")}
            """
        )
        {
            to,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = Cli.BuildApp(parsed);
                var file = parsed.GetValue(to);
                if (file is not null && (File.Exists(file) || Directory.Exists(file)))
                {
                    throw new UserFacingException($"{file} already exists. Choose another name.");
                }

                var backup = await app
                    .Services.GetRequiredService<BackupStore>()
                    .CreateAsync(Backup.Manual, file, cancellation);
                var backupContents = BackupArchive.Read(backup.Path);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Created and verified {backup.Path}: {backupContents.Rows.GetValueOrDefault("People")} "
                            + $"people, {backupContents.Rows.GetValueOrDefault("Goals")} goals."
                    )
                );
                return 0;
            }
        );
        return command;
    }
}
