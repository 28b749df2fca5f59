using System.Net;
using System.Net.Sockets;

namespace CareerCompass.Web.Operations;

/// <summary>
/// The next attempt starts when the previous one fails or is slow, and the first success wins (RFC 8305). A broken IPv6
/// route then costs a moment instead of the connection.
/// </summary>
public sealed class HappyEyeballsConnector(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>The delay between attempts that the RFC recommends.</summary>
    private static readonly TimeSpan AttemptDelay = TimeSpan.FromMilliseconds(250);

    public HappyEyeballsConnector()
        : this(Dns.GetHostAddressesAsync) { }

    /// <exception cref="SocketException">The host has no address, or none responds.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        var error = new SocketException((int)SocketError.HostNotFound);
        var running = new List<Task<Socket>>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var waiting = new Queue<IPAddress>(InterleaveFamilies(addresses));
            while (waiting.Count > 0 || running.Count > 0)
            {
                if (waiting.TryDequeue(out var next))
                {
                    running.Add(ConnectAsync(next, port, over.Token));
                }

                var patience = waiting.Count > 0 ? AttemptDelay : Timeout.InfiniteTimeSpan;
                var first = await Task.WhenAny([.. running, Task.Delay(patience, over.Token)]);
                cancellation.ThrowIfCancellationRequested();
                if (first is not Task<Socket> attempt)
                {
                    continue;
                }

                running.Remove(attempt);
                try
                {
                    return await attempt;
                }
                catch (SocketException failed)
                {
                    error = failed;
                }
            }

            throw error;
        }
        finally
        {
            await over.CancelAsync();
            running.ForEach(DisposeWhenConnected);
        }
    }

    public SocketsHttpHandler CreateHandler() =>
        new()
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = async (context, cancellation) =>
            {
                var place = context.DnsEndPoint;
                return new NetworkStream(await ConnectAsync(place.Host, place.Port, cancellation), ownsSocket: true);
            },
        };

    private static async Task<Socket> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IEnumerable<IPAddress> InterleaveFamilies(IPAddress[] addresses) =>
        addresses
            .GroupBy(address => address.AddressFamily)
            .SelectMany((family, turn) => family.Select((address, place) => (address, place, turn)))
            .OrderBy(row => row.place)
            .ThenBy(row => row.turn)
            .Select(row => row.address);

    private static void DisposeWhenConnected(Task<Socket> attempt) =>
        attempt.ContinueWith(
            static late =>
            {
                if (late.IsCompletedSuccessfully)
                {
                    late.Result.Dispose();
                }
                else
                {
                    // Observes the expected exception
                    _ = late.Exception;
                }
            },
            TaskScheduler.Default
        );
}
