using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareerCompass.Bench.Kill;

internal sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<(int Life, string MessageId)> taken = [];

    public SmtpSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Life { get; set; }

    public string[] Settings =>
        [
            "--Mail:Smtp:Host=127.0.0.1",
            $"--Mail:Smtp:Port={((IPEndPoint)listener.LocalEndpoint).Port}",
            "--Mail:Smtp:StartTls=false",
            "--Mail:From=compass@example.org",
        ];

    public List<(int Life, string MessageId)> Taken()
    {
        lock (taken)
        {
            return [.. taken];
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync(), Life);
            }
        }
        catch (Exception end) when (end is ObjectDisposedException or SocketException)
        {
            // Closed
        }
    }

    private async Task TalkAsync(TcpClient caller, int life)
    {
        try
        {
            using var reader = new StreamReader(caller.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(caller.GetStream(), Encoding.ASCII)
            {
                AutoFlush = true,
                NewLine = "\r\n",
            };
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (!line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync(
                        line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 fine"
                    );
                    continue;
                }

                await writer.WriteLineAsync("354 go on");
                var id = "";
                string? text;
                while ((text = await reader.ReadLineAsync()) is not (null or "."))
                {
                    id = text.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase) ? text[11..].Trim() : id;
                }

                if (text is not null)
                {
                    lock (taken)
                    {
                        taken.Add((life, id));
                    }

                    await writer.WriteLineAsync("250 taken");
                }
            }
        }
        catch (IOException)
        {
            // The sender was killed
        }
        finally
        {
            caller.Dispose();
        }
    }
}
