using System.Net;
using System.Net.Sockets;

namespace CareerCompass.Web.Tests.Support;

/// <summary>An address of this machine that swallows the packets of whoever connects, as a broken route does.</summary>
public sealed class SilentServer : IDisposable
{
    public static readonly IPAddress Address = IPAddress.Parse("127.0.0.3");

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> fillers = [];

    /// <summary>Nobody accepts, and the queue of those who wait for it is full: the system drops whoever comes next.</summary>
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
                // As meant
            }
        }
    }

    public void Dispose()
    {
        fillers.ForEach(socket => socket.Dispose());
        listener.Dispose();
    }
}
