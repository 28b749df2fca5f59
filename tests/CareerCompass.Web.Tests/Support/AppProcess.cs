using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CareerCompass.Web.Tests.Support;

/// <summary>The app as a process of its own, beside a <see cref="TestApp"/> and on its database. Killed when disposed, if it still runs.</summary>
public sealed class AppProcess : IDisposable
{
    private readonly ConcurrentQueue<string> output = [];
    private readonly Process process;

    private AppProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    public string Output => string.Join('\n', output);

    /// <summary>Where it listens; null until it does.</summary>
    public Uri? Address =>
        Regex.Match(Output, @"Now listening on: (http://\S+)") is { Success: true } said
            ? new Uri(said.Groups[1].Value)
            : null;

    /// <summary>A browser that talks to it, once it listens.</summary>
    public async Task<HttpClient> ClientAsync()
    {
        await Poll.UntilAsync(() => Task.FromResult(Address is not null || HasEnded), () => Output);
        Assert.False(HasEnded, Output);
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Address,
        };
    }

    public static AppProcess Start(TestApp app, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet"
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (
            var (key, value) in app.Settings.Concat(
                settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))
            )
        )
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new AppProcess(Process.Start(start)!);
    }

    /// <summary>Asks it to end, as systemd and Docker do, and waits until it has finished what it was at.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start(
            "kill",
            ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await process.WaitForExitAsync();
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }
}
