using System.Net;
using System.Net.Sockets;

namespace CareerCompass.Web.Operations;

/// <summary>
/// Connects to a host by all its addresses: the next one starts when the one before fails or takes longer than a
/// moment, and the first to answer wins (RFC 8305). A broken IPv6 route then costs a moment instead of the connection.
/// </summary>
/// <param name="resolve">Looks up the addresses of a host, in order of preference.</param>
public sealed class HappyEyeballsConnector(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>The head start of each address, as the RFC recommends.</summary>
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    public HappyEyeballsConnector()
        : this(Dns.GetHostAddressesAsync) { }

    /// <exception cref="SocketException">The host has no address, or none of them answers.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        var error = new SocketException((int)SocketError.HostNotFound);
        var running = new List<Task<Socket>>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var waiting = new Queue<IPAddress>(Alternate(addresses));
            while (waiting.Count > 0 || running.Count > 0)
            {
                if (waiting.TryDequeue(out var next))
                {
                    running.Add(ConnectAsync(next, port, over.Token));
                }

                var patience = waiting.Count > 0 ? HeadStart : Timeout.InfiniteTimeSpan;
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
            running.ForEach(Abandon);
        }
    }

    /// <summary>For an HTTP client that connects this way.</summary>
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

    /// <summary>IPv6 and IPv4 in turn, beginning with the family that the resolver prefers.</summary>
    private static IEnumerable<IPAddress> Alternate(IPAddress[] addresses) =>
        addresses
            .GroupBy(address => address.AddressFamily)
            .SelectMany((family, turn) => family.Select((address, place) => (address, place, turn)))
            .OrderBy(row => row.place)
            .ThenBy(row => row.turn)
            .Select(row => row.address);

    /// <summary>Closes a connection that another one has made superfluous.</summary>
    private static void Abandon(Task<Socket> attempt) =>
        attempt.ContinueWith(
            static late =>
            {
                if (late.IsCompletedSuccessfully)
                {
                    late.Result.Dispose();
                }
                else
                {
                    _ = late.Exception; // observed: it was expected to fail
                }
            },
            TaskScheduler.Default
        );
}
