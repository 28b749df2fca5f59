using System.CommandLine;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Operations.Commands;

internal static class TestMailCommand
{
    public static Command Create()
    {
        var address = new Argument<string>("address") { Description = "The address to send the message to." };
        var command = new Command(
            "testmail",
            $"""
            Sends a test message and shows the conversation with the mail server, without secrets.

            Example:
              {App.FormatCommand("testmail ada@example.org")}
            """
        )
        {
            address,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var app = Cli.BuildApp(parsed);
                await using var scope = app.Services.CreateAsyncScope();
                return await RunAsync(
                    scope.ServiceProvider,
                    parsed.GetRequiredValue(address),
                    Console.Out,
                    cancellation
                );
            }
        );
        return command;
    }

    internal static async Task<int> RunAsync(
        IServiceProvider services,
        string address,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        if (!System.Net.Mail.MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
        {
            await output.WriteLineAsync($"{address} is not an e-mail address.");
            return 1;
        }

        var (settings, localizer) = (
            services.GetRequiredService<MailSettings>(),
            services.GetRequiredService<Localizer>()
        );
        var result = await services.GetRequiredService<TestMail>().SendAsync(address, cancellation);
        foreach (var (transcriptSource, text) in result.Transcript)
        {
            await output.WriteLineAsync($"{SmtpTranscript.Prefix(transcriptSource)} {text}");
        }

        if (result.Fault is { } fault)
        {
            var mailDiagnosis = MailDiagnosis.For(fault, settings, localizer);
            await output.WriteLineAsync(
                $"\n{localizer["The message was not sent."]} "
                    + $"{mailDiagnosis.Problem}\n{mailDiagnosis.Hint}\n{result.ServerReply}"
            );
            return 1;
        }

        await output.WriteLineAsync(
            result.File is { } file
                ? localizer["No mail server is set (Mail:Smtp:Host), so the message was written to {0}", file]
                : "\n"
                    + localizer[
                        "The mail server accepted the message for {0}. Check that it arrives, and look in the spam "
                            + "folder too.",
                        address
                    ]
        );
        return 0;
    }
}
