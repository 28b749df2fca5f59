using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareerCompass.Web.Tests.Support;

/// <summary>An SMTP server with scripted replies, for misbehaviour that real servers do not show.</summary>
public sealed class ScriptedSmtp : IDisposable
{
    /// <summary>Closes the connection without a reply.</summary>
    public const string Drop = "drop";

    private readonly TcpListener listener;
    private readonly Func<string, string?> answer;
    private readonly CancellationTokenSource over = new();

    /// <param name="answer">
    /// The raw reply to a command such as "MAIL FROM:&lt;…&gt;"; "" is the greeting, "." the end of a message. Null for
    /// the usual reply.
    /// </param>
    public ScriptedSmtp(Func<string, string?> answer, IPAddress? address = null, int port = 0)
    {
        this.answer = answer;
        listener = new TcpListener(address ?? IPAddress.Loopback, port);
        listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Commands { get; } = [];

    public ConcurrentQueue<string> Messages { get; } = [];

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
        over.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync(over.Token));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            for (string? command = ""; command is not null; command = await reader.ReadLineAsync(over.Token))
            {
                if (command.Length > 0)
                {
                    Commands.Enqueue(command);
                }

                if (!await SayAsync(client, command))
                {
                    return;
                }

                if (command == "DATA" && (answer("DATA") ?? Usual("DATA")).StartsWith("354", StringComparison.Ordinal))
                {
                    Messages.Enqueue(await ReadMessageAsync(reader));
                    if (!await SayAsync(client, "."))
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left
        }
    }

    private async Task<bool> SayAsync(TcpClient client, string command)
    {
        var text = answer(command) ?? Usual(command);
        if (text == Drop)
        {
            return false;
        }

        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), over.Token);
        return true;
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(over.Token) is { } line && line != ".")
        {
            message.Append(line).Append('\n');
        }

        return message.ToString();
    }

    private static string Usual(string command) =>
        command.Split(' ')[0] switch
        {
            "" => "220 ready\r\n",
            "EHLO" => "250-here\r\n250 8BITMIME\r\n",
            "DATA" => "354 go on\r\n",
            "QUIT" => "221 bye\r\n",
            _ => "250 fine\r\n",
        };
}
