using System.CommandLine;
using CareerCompass.Web.Language;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Commands;

internal static class TestMailCommand
{
    public static Command Create()
    {
        var address = new Argument<string>("address") { Description = "Where the message goes." };
        var command = new Command("testmail", $"""
            Sends a test message and shows what was said to the mail server, without secrets.

            Example:
              {App.Line("testmail ada@example.org")}
            """) { address };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = Cli.App(parsed);
            await using var scope = app.Services.CreateAsyncScope();
            return await RunAsync(scope.ServiceProvider, parsed.GetRequiredValue(address), Console.Out, cancellation);
        });
        return command;
    }

    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(IServiceProvider services, string address, TextWriter output, CancellationToken cancellation)
    {
        if (!System.Net.Mail.MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
        {
            await output.WriteLineAsync($"{address} is not an e-mail address.");
            return 1;
        }

        var (settings, words) = (services.GetRequiredService<MailSettings>(), services.GetRequiredService<Words>());
        var result = await services.GetRequiredService<TestMail>().SendAsync(address, cancellation);
        foreach (var (speaker, text) in result.Said)
        {
            await output.WriteLineAsync($"{Dialogue.Sign(speaker)} {text}");
        }

        if (result.Fault is { } fault)
        {
            var diagnosis = Diagnosis.Of(fault, settings, words);
            await output.WriteLineAsync($"\n{words["The message did not go."]} {diagnosis.What}\n{diagnosis.Hint}\n{result.Words}");
            return 1;
        }

        await output.WriteLineAsync(result.File is { } file
            ? words["No mail server is set (Mail:Smtp:Host), so the message was written to {0}", file]
            : "\n" + words["The mail server took the message for {0}. Look whether it arrives, in the spam folder too.", address]);
        return 0;
    }
}
