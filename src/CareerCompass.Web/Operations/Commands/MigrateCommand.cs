using System.CommandLine;

namespace CareerCompass.Web.Operations.Commands;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command(
            "migrate",
            $"""
            Updates the database to this version of the app, as every start does, and exits. SQLite is backed up first.

            Example:
              {App.FormatCommand("migrate")}
            """
        );
        command.SetAction(
            async (parsed, _) =>
            {
                await using var app = Cli.BuildApp(parsed);
                await app.MigrateAsync();
                Console.WriteLine("The database is up to date.");
                return 0;
            }
        );
        return command;
    }
}
