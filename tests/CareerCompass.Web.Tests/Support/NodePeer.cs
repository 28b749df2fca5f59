using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CareerCompass.Web.Tests.Support;

/// <summary>An npm server to test interoperability with: a folder in tests/peers with a server.mjs.</summary>
public sealed class NodePeer : IDisposable
{
    private static readonly Lazy<string?> None = new(() =>
        Answers("node")
            ? Answers("npm")
                ? null
                : "npm is not there: install it (Debian: npm)"
            : "node is not there: install it (Debian: nodejs)"
    );

    private readonly Process process;
    private readonly ConcurrentQueue<string> output;

    private NodePeer(Process process, ConcurrentQueue<string> output, int port) =>
        (this.process, this.output, Port) = (process, output, port);

    /// <summary>How to install node; null when it is available.</summary>
    public static string? WhyNone => None.Value;

    public int Port { get; }

    public string Output => string.Join('\n', output);

    /// <summary>
    /// Installs the peer's packages once per machine and starts it. It prints "listening" and its port when ready.
    /// </summary>
    public static async Task<NodePeer> StartAsync(string name, params (string Key, string Value)[] environment)
    {
        var folder = Path.Combine(Folder(), name);
        await InstallAsync(folder);
        var start = new ProcessStartInfo("node", ["server.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var (output, ready) = (
            new ConcurrentQueue<string>(),
            new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, line) =>
        {
            output.Enqueue(line.Data ?? "");
            if (Regex.Match(line.Data ?? "", @"^listening (\d+)$") is { Success: true } match)
            {
                ready.TrySetResult(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            }
        };
        process.Exited += (_, _) =>
            ready.TrySetException(
                new InvalidOperationException($"The peer {name} ended at once: {string.Join('\n', output)}")
            );
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new NodePeer(process, output, await ready.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public Task TellAsync(string line) => process.StandardInput.WriteLineAsync(line);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    // Several test runs may start at once: the first one installs, the others wait
    private static async Task InstallAsync(string folder)
    {
        var wanted = Convert.ToHexString(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json")))
        );
        var stamp = Path.Combine(folder, "node_modules", ".installed");
        using var held = await LockAsync(
            Path.Combine(
                Path.GetTempPath(),
                $"careercompass-{Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(folder)))[..16]}.lock"
            )
        );
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
        {
            return;
        }

        using var npm = Process.Start(
            new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (told, wrong) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        Assert.True(npm.ExitCode == 0, $"npm ci in {folder} failed:\n{await told}\n{await wrong}");
        await File.WriteAllTextAsync(stamp, wanted);
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 3000)
            {
                await Task.Delay(100);
            }
        }
    }

    private static bool Answers(string command)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command, ["--version"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CareerCompass.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "peers");
            }
        }

        throw new InvalidOperationException("The tests were moved out of the repository.");
    }
}
