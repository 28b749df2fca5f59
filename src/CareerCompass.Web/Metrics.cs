using System.Diagnostics.Metrics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CareerCompass.Web;

/// <summary>What the app counts of itself. Costs next to nothing while nobody listens.</summary>
public sealed class AppMetrics
{
    public const string Name = "CareerCompass";
    private readonly Counter<long> reviews;
    private readonly Counter<long> sent;
    private readonly Counter<long> failed;
    private readonly Histogram<double> duration;

    public AppMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        reviews = meter.CreateCounter<long>("careercompass.reviews.opened", "{review}", "Reviews that the sweep opened.");
        sent = meter.CreateCounter<long>("careercompass.messages.sent", "{message}", "Messages that were handed over.");
        failed = meter.CreateCounter<long>("careercompass.messages.failed", "{attempt}", "Attempts to hand a message over that failed, by kind of fault.");
        duration = meter.CreateHistogram<double>(
            "careercompass.job.duration", "s", "How long runs of jobs took, by job and outcome.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300] });
    }

    public void ReviewsOpened(int count) => reviews.Add(count);

    public void MessagesSent(int count) => sent.Add(count);

    /// <param name="fault">Its kind, in one word.</param>
    public void MessageFailed(string fault) => failed.Add(1, KeyValuePair.Create<string, object?>("fault", fault));

    /// <param name="outcome">"done", "failed" or "stopped".</param>
    public void JobRan(string job, string outcome, TimeSpan took) =>
        duration.Record(took.TotalSeconds, KeyValuePair.Create<string, object?>("job", job), KeyValuePair.Create<string, object?>("outcome", outcome));
}

internal static class MetricsSetup
{
    private const int MaxAnswer = 64 * 1024;

    /// <summary>Only when told to where: without the setting nothing listens and nothing is sent.</summary>
    public static void AddMetrics(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AppMetrics>();
        var settings = builder.Configuration;
        if ((settings["Otlp:Endpoint"] ?? settings["OTEL_EXPORTER_OTLP_ENDPOINT"]) is not { Length: > 0 } text)
        {
            return;
        }

        var grpc = (settings["Otlp:Protocol"] ?? settings["OTEL_EXPORTER_OTLP_PROTOCOL"] ?? "http/protobuf") switch
        {
            "grpc" => true,
            "http/protobuf" => false,
            var other => throw new InvalidOperationException($"Otlp:Protocol is neither grpc nor http/protobuf: {other}"),
        };
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"Otlp:Endpoint is not an http(s) address: {text}");
        }

        var seconds = settings.GetValue("Otlp:Seconds", 60);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("careercompass", serviceVersion: App.Version))
            .WithMetrics(metrics => metrics
                .AddMeter(AppMetrics.Name, "Microsoft.AspNetCore.*", "System.Runtime", "System.Net.Http")
                .AddMeter("Microsoft.EntityFrameworkCore", "Npgsql")
                .AddOtlpExporter((_, reader) =>
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = seconds * 1000));
        var options = builder.Services.AddOptions<OtlpExporterOptions>();
        options.Configure<HappyEyeballsConnector, ILogger<AppMetrics>>((exporter, connector, log) =>
        {
            exporter.Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = grpc ? endpoint : new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/v1/metrics");
            exporter.HttpClientFactory = () => new HttpClient(new MetricsExportMonitor(connector.CreateHandler(), log))
            {
                Timeout = TimeSpan.FromMilliseconds(exporter.TimeoutMilliseconds),
                MaxResponseContentBufferSize = MaxAnswer,
            };
        });
    }
}
