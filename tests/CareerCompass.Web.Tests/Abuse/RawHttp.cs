using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareerCompass.Web.Tests.Abuse;

/// <summary>Sends raw bytes to a server and reads until it closes the connection.</summary>
internal static class RawHttp
{
    private static int calls;

    /// <param name="hangUp">Closes the sending side early, for requests that may look unfinished to the server.</param>
    /// <exception cref="OperationCanceledException">The response did not end in time.</exception>
    public static async Task<Answer> SendAsync(int port, byte[] bytes, TimeSpan limit, bool hangUp)
    {
        var started = Stopwatch.GetTimestamp();
        using var deadline = new CancellationTokenSource(limit);
        using var socket = await ConnectAsync(port, deadline.Token);
        var answer = ListenAsync(socket, deadline.Token);
        try
        {
            var sent = 0;
            while (sent < bytes.Length)
            {
                sent += await socket.SendAsync(bytes.AsMemory(sent), deadline.Token);
            }

            if (hangUp && await Task.WhenAny(answer, Task.Delay(100, deadline.Token)) != answer)
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException)
        {
            // The server may stop reading a refused request
        }

        var text = await answer;
        return new Answer(
            text.StartsWith("HTTP/1.", StringComparison.Ordinal) && text.Length > 12 ? int.Parse(text.AsSpan(9, 3)) : 0,
            text,
            Stopwatch.GetElapsedTime(started)
        );
    }

    public static async Task<Socket> ConnectAsync(int port, CancellationToken cancellation = default)
    {
        // Resets on close: thousands of connections would otherwise stay in TIME_WAIT
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            LingerState = new LingerOption(true, 0),
        };
        if (OperatingSystem.IsLinux())
        {
            // Uses a different source address each time, to avoid the limits per address
            var number = Interlocked.Increment(ref calls);
            socket.Bind(
                new IPEndPoint(
                    new IPAddress([
                        127,
                        (byte)(1 + (number >> 14 & 127)),
                        (byte)(number >> 7 & 127),
                        (byte)(1 + (number & 127)),
                    ]),
                    0
                )
            );
        }

        await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
        return socket;
    }

    private static async Task<string> ListenAsync(Socket socket, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), cancellation) is > 0 and var count)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // Closed during the response
        }

        return text.ToString();
    }
}
