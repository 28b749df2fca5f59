using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CareerCompass.Bench.Speed;

/// <summary>A server in its own process in Production, whose processor time can be read.</summary>
internal sealed class Server : IDisposable
{
    private readonly ConcurrentQueue<string> output = [];
    private readonly Process process;

    private Server(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static Task<Server> AppAsync(string folder) =>
        StartAsync(
            typeof(Server).Assembly.Location.Replace(
                "CareerCompass.Bench.dll",
                "CareerCompass.Web.dll",
                StringComparison.Ordinal
            ),
            folder,
            []
        );

    public static Task<Server> BareAsync(string folder) =>
        StartAsync(typeof(Server).Assembly.Location, folder, ["bare"]);

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<Server> StartAsync(string assembly, string folder, string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet"
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Source(),
        };
        foreach (var argument in (string[])["exec", assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["Data__Folder"] = folder;
        start.Environment["Jobs__Enabled"] = "false";
        var server = new Server(Process.Start(start)!, address);
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address, "healthz"));
                answer.EnsureSuccessStatusCode();
                return server;
            }
            catch (HttpRequestException) when (tries < 300 && !server.process.HasExited)
            {
                await Task.Delay(100);
            }
            catch (HttpRequestException)
            {
                throw new InvalidOperationException(
                    $"{Path.GetFileName(assembly)} does not start.\n{string.Join('\n', server.output)}"
                );
            }
        }
    }

    public static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CareerCompass.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run this from a checkout of the source.");
        }

        return Path.Combine(folder.FullName, "src", "CareerCompass.Web");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
