using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CareerCompass.Web.Tests.Support;

/// <summary>The app in its own process, on the database of a <see cref="TestApp"/>. Killed when disposed.</summary>
public sealed class AppProcess : IDisposable
{
    private readonly ConcurrentQueue<string> output = [];
    private readonly Process process;
    private int endedStreams;

    private AppProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Whether the process has exited and all that it wrote has arrived, which may take a moment longer.</summary>
    public bool HasEnded => process.HasExited && Volatile.Read(ref endedStreams) == 2;

    public int ExitCode => process.ExitCode;

    public string Output => string.Join('\n', output);

    public Uri? Address =>
        Regex.Match(Output, @"Now listening on: (http://\S+)") is { Success: true } said
            ? new Uri(said.Groups[1].Value)
            : null;

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

    private void Read(string? line)
    {
        output.Enqueue(line ?? "");
        if (line is null)
        {
            Interlocked.Increment(ref endedStreams);
        }
    }

    /// <summary>Sends SIGTERM, like systemd and Docker, and waits for the process to finish its work.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start(
            "kill",
            ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await process.WaitForExitAsync();
    }

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
