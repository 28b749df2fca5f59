using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareerCompass.Web.Tests.Support;

public enum SmtpMood
{
    Accepts,
    Refuses,

    /// <summary>Takes the call and never says a word.</summary>
    Hangs,
}

/// <summary>A mail server on this machine, as good or bad as wanted.</summary>
public sealed class SmtpServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentQueue<string> mails = [];
    private volatile SmtpMood mood;

    public SmtpServer()
    {
        listener.Start();
        _ = Task.Run(ListenAsync);
    }

    public SmtpMood Mood
    {
        get => mood;
        set => mood = value;
    }

    /// <summary>An address it knows nobody at.</summary>
    public string? RefusedRecipient { get; set; }

    /// <summary>What it took over, headers and all.</summary>
    public IReadOnlyList<string> Mails => [.. mails];

    public (string, string)[] Settings =>
    [
        ("Mail:Smtp:Host", "127.0.0.1"),
        ("Mail:Smtp:Port", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Mail:Smtp:StartTls", "false"),
        ("Mail:Smtp:TimeoutSeconds", "1"),
        ("App:PublicUrl", "https://compass.example.org"),
    ];

    public void Dispose()
    {
        if (end.IsCancellationRequested)
        {
            return;
        }

        end.Cancel();
        listener.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!end.IsCancellationRequested)
        {
            var caller = await listener.AcceptTcpClientAsync(end.Token);
            _ = Task.Run(() => TalkAsync(caller));
        }
    }

    private async Task TalkAsync(TcpClient caller)
    {
        using var _ = caller;
        if (Mood == SmtpMood.Hangs)
        {
            await Task.Delay(Timeout.Infinite, end.Token);
        }

        using var reader = new StreamReader(caller.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(caller.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 mail.example.org");
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(end.Token) is { } text && text != ".")
                {
                    mail.AppendLine(text);
                }

                mails.Enqueue(mail.ToString());
            }

            await writer.WriteLineAsync((verb, Mood) switch
            {
                ("MAIL", SmtpMood.Refuses) => "451 the disk is full, come back later",
                ("RCPT", _) when RefusedRecipient is not null && line.Contains(RefusedRecipient, StringComparison.Ordinal) => "550 nobody of that name",
                ("QUIT", _) => "221 bye",
                _ => "250 fine",
            });
        }
    }
}
