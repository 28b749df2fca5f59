using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CareerCompass.Web.Operations;

internal static class MetricsSetup
{
    private const int MaxAnswer = 64 * 1024;

    /// <summary>Without the setting nothing listens and nothing is sent.</summary>
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
            var other => throw new InvalidOperationException(
                $"Otlp:Protocol is neither grpc nor http/protobuf: {other}"
            ),
        };
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"Otlp:Endpoint is not an http(s) address: {text}");
        }

        var seconds = settings.GetValue("Otlp:Seconds", 60);
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("careercompass", serviceVersion: App.Version))
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(AppMetrics.Name, "Microsoft.AspNetCore.*", "System.Runtime", "System.Net.Http")
                    .AddMeter("Microsoft.EntityFrameworkCore", "Npgsql")
                    .AddOtlpExporter(
                        (_, reader) =>
                            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = seconds * 1000
                    )
            );
        var options = builder.Services.AddOptions<OtlpExporterOptions>();
        options.Configure<HappyEyeballsConnector, ILogger<AppMetrics>>(
            (exporter, connector, log) =>
            {
                exporter.Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = grpc ? endpoint : new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/v1/metrics");
                exporter.HttpClientFactory = () =>
                    new HttpClient(new MetricsExportMonitor(connector.CreateHandler(), log))
                    {
                        Timeout = TimeSpan.FromMilliseconds(exporter.TimeoutMilliseconds),
                        MaxResponseContentBufferSize = MaxAnswer,
                    };
            }
        );
    }
}
