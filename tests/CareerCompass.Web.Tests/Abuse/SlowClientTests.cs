using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CareerCompass.Web.Tests.Support;
using Xunit.Abstractions;

namespace CareerCompass.Web.Tests.Abuse;

[Collection(nameof(Alone))]
public sealed class SlowClientTests(ITestOutputHelper output)
{
    private const string SlowHead = "GET /account/sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private const string SlowBody =
        "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
        + "application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\n";

    [Fact]
    public async Task A_thousand_idle_and_many_slow_clients_hold_up_nobody_and_the_slow_are_cut_off()
    {
        await using var app = await TestApp.ListenAsync();
        using var client = new HttpClient { BaseAddress = app.Address };
        await MeasureAsync(client, 50);
        var before = await MeasureAsync(client, 200);
        using var end = new CancellationTokenSource();
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < 1_000; i++)
            {
                sockets.Add(await RawHttp.ConnectAsync(app.Address.Port));
            }

            var dribbling = Enumerable
                .Range(0, 60)
                .Select(i => DribbleAsync(app.Address.Port, i % 2 == 0 ? SlowHead : SlowBody, end.Token))
                .ToList();
            var during = await MeasureAsync(client, 200);
            output.WriteLine(
                $"p95 alone {before.TotalMilliseconds:0.0} ms, beside 1,000 idle and 60 slow clients "
                    + $"{during.TotalMilliseconds:0.0} ms"
            );
            Assert.True(
                during < TimeSpan.FromSeconds(1),
                $"p95 was {during.TotalMilliseconds:0} ms, and {before.TotalMilliseconds:0} ms alone"
            );

            end.CancelAfter(TimeSpan.FromSeconds(60));
            var lasted = await Task.WhenAll(dribbling);
            output.WriteLine(
                $"The slow were cut off after {lasted.Min().TotalSeconds:0} to {lasted.Max().TotalSeconds:0} s"
            );
        }
        finally
        {
            await end.CancelAsync();
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<TimeSpan> MeasureAsync(HttpClient client, int times)
    {
        var took = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync("/account/sign-in");
            Assert.True(response.IsSuccessStatusCode);
            took.Add(Stopwatch.GetElapsedTime(started));
        }

        return took.Order().ElementAt(times * 95 / 100);
    }

    /// <returns>How long the server kept the connection.</returns>
    private static async Task<TimeSpan> DribbleAsync(int port, string start, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var socket = await RawHttp.ConnectAsync(port, cancellation);
        await socket.SendAsync(Encoding.ASCII.GetBytes(start), cancellation);
        try
        {
            while (!socket.Poll(0, SelectMode.SelectRead))
            {
                await socket.SendAsync("x"u8.ToArray(), cancellation);
                await Task.Delay(200, cancellation);
            }
        }
        catch (SocketException)
        {
            // Closed
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
