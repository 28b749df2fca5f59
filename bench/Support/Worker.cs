using System.Collections.Concurrent;
using System.Diagnostics;

namespace CareerCompass.Bench.Support;

internal sealed class Worker : IDisposable
{
    private readonly Process process;
    private readonly BlockingCollection<string> lines = [];

    public Worker(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Worker).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                lines.CompleteAdding();
            }
            else
            {
                lines.Add(line.Data);
            }
        };
        process.BeginOutputReadLine();
    }

    public string? Read() => lines.TryTake(out var line, Timeout.Infinite) ? line : null;

    /// <exception cref="InvalidOperationException">The process ended first.</exception>
    public void Await(string word)
    {
        for (var line = Read(); line != word; line = Read())
        {
            _ = line
                ?? throw new InvalidOperationException(
                    $"The worker ended with {process.ExitCode} before it said \"{word}\"."
                );
        }
    }

    public void Say(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void WaitForEnd() => process.WaitForExit();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.WaitForExit();
        process.Dispose();
        lines.Dispose();
    }
}
