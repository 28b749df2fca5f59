using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CareerCompass.Web.Tests.Support;

/// <summary>A TCP proxy that can be closed and reopened, to simulate an outage.</summary>
public sealed class TcpGate : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];
    private readonly string host;
    private readonly int port;
    private volatile bool shut;

    public TcpGate(string host, int port)
    {
        (this.host, this.port) = (host, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public void Open() => shut = false;

    public void Shut()
    {
        shut = true;
        foreach (var end in open.Keys)
        {
            end.Dispose();
        }
    }

    public void Dispose()
    {
        Shut();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception end) when (end is ObjectDisposedException or SocketException)
        {
            // Closed for good
        }
    }

    private async Task PassAsync(TcpClient caller)
    {
        using var server = new TcpClient();
        open[caller] = open[server] = true;
        try
        {
            if (!shut)
            {
                await server.ConnectAsync(host, port);
                await Task.WhenAny(
                    caller.GetStream().CopyToAsync(server.GetStream()),
                    server.GetStream().CopyToAsync(caller.GetStream())
                );
            }
        }
        catch (Exception broken)
            when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Expected of a broken connection
        }
        finally
        {
            caller.Dispose();
            open.TryRemove(caller, out _);
            open.TryRemove(server, out _);
        }
    }
}
