using System.CommandLine;
using CareerCompass.Web.Operations.Commands.Doctor;

namespace CareerCompass.Web.Operations.Commands;

internal static class DoctorCommand
{
    private static readonly (string Name, Func<IServiceProvider, CancellationToken, Task<CheckResult>> Look)[] Checks =
    [
        ("database", DatabaseCheck.RunAsync),
        ("zone data", TimeZoneCheck.RunAsync),
        ("mail", MailCheck.RunAsync),
        ("disk", DiskCheck.RunAsync),
        ("clock", ClockCheck.RunAsync),
        ("backups", BackupCheck.RunAsync),
        ("keys", KeyCheck.RunAsync),
        ("templates", TemplateCheck.RunAsync),
    ];

    public static Command Create()
    {
        var command = new Command(
            "doctor",
            $"""
            Checks everything the app needs, one line each: ✓ fine, ! worth a look, ✗ needs fixing. The app may
            keep running; nothing is changed and no e-mail is sent. Exits with 1 if anything needs fixing.

            Example:
              {App.FormatCommand("doctor")}
            """
        );
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (allWell, database) = (true, true);
        void Say(string name, CheckResult checkResult)
        {
            allWell &= checkResult.Symbol != CheckResult.FailureSymbol;
            database &= name != "database" || checkResult.Symbol != CheckResult.FailureSymbol;
            Console.WriteLine($"{checkResult.Symbol} {name}: {checkResult.Text}");
        }

        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var configuration = CheckResult.Passed("");
        try
        {
            await using var app = Cli.BuildApp(parsed, builder =>
                configuration = SettingsCheck.RunAndOpenReadOnly(builder)
            );
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
                    Say(
                        name,
                        database
                            ? CheckResult.Failed(
                                UserFacingException.Describe(error) ?? error.GetBaseException().Message
                            )
                            : CheckResult.Warning("Fix the database first, then run this again.")
                    );
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Say(
                "configuration",
                CheckResult.Failed(
                    $"{UserFacingException.Describe(error) ?? error.GetBaseException().Message} (Fix this to run "
                        + $"the other checks.)"
                )
            );
        }

        return allWell ? 0 : 1;
    }
}
