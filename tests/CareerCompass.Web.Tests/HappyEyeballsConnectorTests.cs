using System.Net;
using System.Net.Sockets;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests;

public sealed class HappyEyeballsConnectorTests : IDisposable
{
    private readonly TcpListener server = new(IPAddress.Loopback, 0);
    private readonly SilentServer hole;

    public HappyEyeballsConnectorTests()
    {
        server.Start();
        hole = new SilentServer(Port);
    }

    private int Port => ((IPEndPoint)server.LocalEndpoint).Port;

    public void Dispose()
    {
        hole.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task An_address_that_swallows_packets_costs_a_moment_and_no_more()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await AssertSwallowsAsync();

        using var socket = await Connector(SilentServer.Address, IPAddress.Loopback)
            .ConnectAsync("host", Port, patience.Token);

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task An_address_that_refuses_costs_nothing()
    {
        using var socket = await Connector(IPAddress.Parse("127.0.0.4"), IPAddress.IPv6Loopback, IPAddress.Loopback)
            .ConnectAsync("host", Port, CancellationToken.None);

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task The_first_address_is_taken_when_it_answers()
    {
        var other = IPAddress.Parse("127.0.0.5");
        using var second = new TcpListener(other, Port);
        second.Start();

        using var socket = await Connector(other, IPAddress.Loopback)
            .ConnectAsync("host", Port, CancellationToken.None);

        Assert.Equal(other, ((IPEndPoint)socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task A_host_that_answers_nowhere_says_why()
    {
        await Assert.ThrowsAsync<SocketException>(() =>
            Connector(IPAddress.Parse("127.0.0.4"), IPAddress.Parse("127.0.0.6"))
                .ConnectAsync("host", Port, CancellationToken.None)
        );
        await Assert.ThrowsAsync<SocketException>(() => Connector().ConnectAsync("host", Port, CancellationToken.None));
    }

    [Fact]
    public async Task Waiting_ends_when_the_caller_says_so()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Connector(SilentServer.Address).ConnectAsync("host", Port, patience.Token)
        );
    }

    [Fact]
    public async Task Families_take_turns_so_that_a_broken_one_does_not_come_first_for_long()
    {
        var tried = new List<IPAddress>
        {
            SilentServer.Address,
            SilentServer.Address,
            SilentServer.Address,
            SilentServer.Address,
            IPAddress.IPv6Loopback,
        };
        using var six = new TcpListener(IPAddress.IPv6Loopback, Port);
        six.Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        using var socket = await Connector([.. tried]).ConnectAsync("host", Port, patience.Token);

        Assert.Equal(IPAddress.IPv6Loopback, ((IPEndPoint)socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task An_HTTP_client_connects_the_same_way_whether_it_waits_or_not()
    {
        using var client = new HttpClient(Connector(SilentServer.Address, IPAddress.Loopback).CreateHandler())
        {
            Timeout = TimeSpan.FromSeconds(20),
        };
        var served = ServeAsync();

        using var one = await client.GetAsync(new Uri($"http://host:{Port}/"));
        using var other = client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri($"http://host:{Port}/")));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (one.StatusCode, other.StatusCode));
        await served;

        async Task ServeAsync()
        {
            for (var request = 0; request < 2; request++)
            {
                using var accepted = await server.AcceptTcpClientAsync();
                await accepted.GetStream().ReadAtLeastAsync(new byte[16], 16);
                await accepted
                    .GetStream()
                    .WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
        }
    }

    private static HappyEyeballsConnector Connector(params IPAddress[] addresses) =>
        new((_, _) => Task.FromResult(addresses));

    private async Task AssertSwallowsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Connector(SilentServer.Address).ConnectAsync("host", Port, patience.Token)
        );
    }
}
