using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace CareerCompass.Web.Operations;

internal static class Hosting
{
    /// <summary>Twice the size of three texts of 20,000 letters in the widest encoding.</summary>
    private const int MaxFormBytes = 1024 * 1024;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            var limits = options.Limits;
            limits.MaxRequestBodySize = MaxFormBytes;
            limits.MaxConcurrentConnections = 10_000;
            // Longer than the minute for which proxies keep theirs
            limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);

            // Drops clients that send almost nothing
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
            limits.MinResponseDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        });

        builder.Services.AddSingleton<HappyEyeballsConnector>();

        // Keeps form content in memory, never on disk
        builder.Services.Configure<FormOptions>(options => options.MemoryBufferThreshold = MaxFormBytes);

        // JSON lines in Production; without scopes, which hold addresses and so tokens
        builder.Services.Configure<JsonConsoleFormatterOptions>(options =>
        {
            options.IncludeScopes = false;
            // Readable for people too
            options.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });

        // Docker kills a container ten seconds after asking it to stop
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
    }
}
