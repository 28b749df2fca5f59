using System.Collections.Concurrent;
using System.Text;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace CareerCompass.Web.Tests;

public sealed class MetricsTests
{
    [Theory]
    [InlineData("Otlp:Endpoint")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task Numbers_are_sent_to_the_collector_that_is_named(string setting)
    {
        await using var collector = await Collector.StartAsync();
        await using (
            var app = await TestApp.StartAsync(settings: [(setting, collector.Address), ("Otlp:Seconds", "1")])
        )
        {
            await app.RunAsync(RecurringJob.Reviews);
            using var _ = await app.Anonymous().GetAsync("/welcome");
            foreach (
                var name in new[]
                {
                    "careercompass.job.duration",
                    "careercompass.reviews.opened",
                    "http.server.request.duration",
                    "dotnet.gc.collections",
                }
            )
            {
                await Poll.UntilAsync(
                    () => Task.FromResult(collector.Got(name)),
                    () => $"{name} is not in {collector}"
                );
            }
        }

        Assert.Equal(["POST /v1/metrics application/x-protobuf"], collector.Calls.Distinct());
    }

    [Fact]
    public async Task A_collector_that_takes_nothing_is_told_once_and_not_at_every_attempt()
    {
        await using var collector = await Collector.StartAsync();
        collector.Refuses = true;
        await using var app = await TestApp.StartAsync(
            settings: [("Otlp:Endpoint", collector.Address), ("Otlp:Seconds", "1")]
        );
        await Poll.UntilAsync(() => Task.FromResult(collector.Calls.Count > 2), () => $"{collector}");

        var lines = app.Log.Lines.Where(line => line.Contains("collector", StringComparison.Ordinal)).ToList();

        Assert.Contains(
            $"The collector at {collector.Address}/v1/metrics does not accept metrics: it answered 503.",
            Assert.Single(lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_collector_that_is_not_there_is_told_too()
    {
        await using var app = await TestApp.StartAsync(
            settings: [("Otlp:Endpoint", "http://127.0.0.1:1"), ("Otlp:Seconds", "1")]
        );

        await Poll.UntilAsync(
            () =>
                Task.FromResult(
                    app.Log.Lines.Any(line =>
                        line.Contains(
                            "The collector at http://127.0.0.1:1/v1/metrics does not accept metrics: ",
                            StringComparison.Ordinal
                        )
                    )
                ),
            () => string.Join('\n', app.Log.Lines)
        );
    }

    [Fact]
    public async Task Without_the_setting_nothing_listens()
    {
        await using var app = await TestApp.StartAsync();
        Assert.Null(app.Services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData("collector:4317", "http/protobuf")]
    [InlineData("http://collector:4317", "carrier pigeon")]
    public async Task A_setting_that_cannot_be_meant_is_refused_at_start(string endpoint, string protocol)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await TestApp.StartAsync(settings: [("Otlp:Endpoint", endpoint), ("Otlp:Protocol", protocol)])
        );
        Assert.StartsWith("Otlp:", refused.Message);
    }

    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication server;
        private readonly ConcurrentQueue<string> bodies = [];

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            server = builder.Build();
            server.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                bodies.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
                context.Response.StatusCode = Refuses ? 503 : 200;
                Calls.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Request.ContentType}");
            });
        }

        public ConcurrentQueue<string> Calls { get; } = [];

        public bool Refuses { get; set; }

        public string Address => server.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector.server.StartAsync();
            return collector;
        }

        public bool Got(string name) => bodies.Any(body => body.Contains(name, StringComparison.Ordinal));

        public ValueTask DisposeAsync() => server.DisposeAsync();

        public override string ToString() => $"{bodies.Count} posts: {string.Join(", ", Calls.Distinct())}";
    }
}
