using System.CommandLine;
using CareerCompass.Web.Commands.Doctor;

namespace CareerCompass.Web.Commands;

internal static class DoctorCommand
{
    private static readonly (string Name, Func<IServiceProvider, CancellationToken, Task<Finding>> Look)[] Checks =
    [
        ("database", DatabaseCheck.LookAsync),
        ("zone data", ZoneCheck.LookAsync),
        ("mail", MailCheck.LookAsync),
        ("disk", DiskCheck.LookAsync),
        ("clock", ClockCheck.LookAsync),
        ("backups", BackupCheck.LookAsync),
        ("keys", KeyCheck.LookAsync),
        ("templates", TemplateCheck.LookAsync),
    ];

    public static Command Create()
    {
        var command = new Command("doctor", $"""
            Looks at what the app needs and says how it is, a line each: ✓ all is well, ! look at it some day, ✗ mend it now. The
            app may run meanwhile; nothing is changed and no mail is sent. Ends with 1 if anything has to be mended.

            Example:
              {App.Line("doctor")}
            """);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (allWell, database) = (true, true);
        void Say(string name, Finding finding)
        {
            allWell &= finding.Mark != Finding.Bad;
            database &= name != "database" || finding.Mark != Finding.Bad;
            Console.WriteLine($"{finding.Mark} {name}: {finding.Text}");
        }

        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var configuration = Finding.Well("");
        try
        {
            await using var app = Cli.App(parsed, builder => configuration = SettingsCheck.LookAndOpenReadOnly(builder));
            Say("configuration", configuration);
            foreach (var (name, look) in Checks)
            {
                await using var scope = app.Services.CreateAsyncScope();
                try
                {
                    Say(name, await look(scope.ServiceProvider, cancellation));
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    Say(name, database ? Finding.Broken(Refusal.Tell(error) ?? error.GetBaseException().Message) : Finding.Worth("Mend the database first, then ask again."));
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Say("configuration", Finding.Broken($"{Refusal.Tell(error) ?? error.GetBaseException().Message} (The other checks wait for this.)"));
        }

        return allWell ? 0 : 1;
    }
}
