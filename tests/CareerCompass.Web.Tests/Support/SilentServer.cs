using System.Net;
using System.Net.Sockets;

namespace CareerCompass.Web.Tests.Support;

/// <summary>A local address that drops the packets of new connections, like a broken route.</summary>
public sealed class SilentServer : IDisposable
{
    public static readonly IPAddress Address = IPAddress.Parse("127.0.0.3");

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> fillers = [];

    /// <summary>The accept queue is full, so the system drops new connections.</summary>
    public SilentServer(int port)
    {
        listener.Bind(new IPEndPoint(Address, port));
        listener.Listen(0);
        for (var filler = 0; filler < 4; filler++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                Blocking = false,
            };
            fillers.Add(socket);
            try
            {
                socket.Connect(Address, port);
            }
            catch (SocketException pending)
                when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // Expected
            }
        }
    }

    public void Dispose()
    {
        fillers.ForEach(socket => socket.Dispose());
        listener.Dispose();
    }
}
