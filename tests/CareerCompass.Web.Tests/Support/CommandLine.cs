using System.Diagnostics;

namespace CareerCompass.Web.Tests.Support;

internal sealed record CommandLine(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a command of the app in an unrelated working folder.</summary>
    public static async Task<CommandLine> RunAsync(TestApp app, params string[] arguments) =>
        await RunAsync(app.Settings, arguments);

    public static async Task<CommandLine> RunAsync(
        IReadOnlyDictionary<string, string> settings,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in new[] { "exec", typeof(Program).Assembly.Location }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var told = new CommandLine(process.ExitCode, await output, await errors);
        Assert.DoesNotContain("   at ", told.Errors + told.Output); // no stack traces
        return told;
    }
}
