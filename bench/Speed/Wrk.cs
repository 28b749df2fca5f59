using System.Diagnostics;
using System.Globalization;

namespace CareerCompass.Bench.Speed;

internal static class Wrk
{
    private const string Told = "@bench";

    // Prints results in a machine-readable form
    private const string Tell = """
        function done(summary, latency, requests)
          local e = summary.errors
          io.write(string.format("@bench %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.bytes,
            e.connect + e.read + e.write + e.status, latency:percentile(50), latency:percentile(99)))
        end

        """;

    public static async Task<Round> RunAsync(
        Server server,
        string path,
        int seconds,
        int connections,
        string cookie = "",
        string script = ""
    )
    {
        var lua = Path.GetTempFileName();
        await File.WriteAllTextAsync(lua, script + Tell);
        string[] arguments =
        [
            "-t2",
            "--timeout",
            "10s",
            $"-c{connections}",
            $"-d{seconds}s",
            "-s",
            lua,
            "-H",
            $"Cookie: {cookie}",
            new Uri(server.Address, path).ToString(),
        ];
        var before = server.ProcessorTime;
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var cpu = server.ProcessorTime - before;
        File.Delete(lua);

        var told = output.Split('\n').FirstOrDefault(line => line.StartsWith(Told, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk says: {output}");
        var numbers = told.Split(' ')[1..].Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var (requests, microseconds, bytes, errors) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        if (errors > 0 || requests == 0)
        {
            throw new InvalidOperationException($"{errors} of {requests} requests to {path} failed.\n{output}");
        }

        return new Round(
            requests * 1e6 / microseconds,
            numbers[4] / 1000d,
            numbers[5] / 1000d,
            cpu.TotalMilliseconds / requests,
            bytes / (double)requests,
            requests
        );
    }
}
