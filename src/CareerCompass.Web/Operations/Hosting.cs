using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace CareerCompass.Web.Operations;

/// <summary>How the process deals with the world around it: how much it takes from whom, and how it ends.</summary>
internal static class Hosting
{
    /// <summary>Three times 20,000 letters in the widest encoding fit twice.</summary>
    private const int MaxFormBytes = 1024 * 1024;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            var limits = options.Limits;
            limits.MaxRequestBodySize = MaxFormBytes;
            limits.MaxConcurrentConnections = 10_000;
            limits.KeepAliveTimeout = TimeSpan.FromMinutes(2); // longer than the minute for which proxies keep theirs

            // Whoever says next to nothing for so long is not waiting for a page
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
            limits.MinResponseDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        });

        builder.Services.AddSingleton<HappyEyeballsConnector>();

        // Nothing of a form goes to the disk on its way
        builder.Services.Configure<FormOptions>(options => options.MemoryBufferThreshold = MaxFormBytes);

        // One line of JSON each in Production; without scopes, as those hold addresses, which hold tokens
        builder.Services.Configure<JsonConsoleFormatterOptions>(options =>
        {
            options.IncludeScopes = false;
            options.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // to be read by people, too
        });

        // Docker kills ten seconds after it asked to stop
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
    }
}
