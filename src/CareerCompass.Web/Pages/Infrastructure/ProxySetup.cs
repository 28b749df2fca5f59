using System.Net;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.HttpOverrides;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>
/// Reverse proxy support. X-Forwarded-Host and -Prefix are not needed: redirects name no host, and links in e-mails
/// start with App:PublicUrl.
/// </summary>
internal static class ProxySetup
{
    /// <summary>The networks whose proxies are trusted, in addition to loopback.</summary>
    public static IReadOnlyList<System.Net.IPNetwork> KnownNetworks(IConfiguration configuration)
    {
        var section = configuration.GetSection("Proxy:KnownNetworks");
        return
        [
            .. section
                .GetChildren()
                .Select(child => child.Value)
                .Prepend(section.Value)
                .SelectMany(value =>
                    (value ?? "").Split(
                        [',', ';', ' '],
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                )
                .Select(Parse),
        ];
    }

    public static void AddProxy(this WebApplicationBuilder builder)
    {
        var networks = KnownNetworks(builder.Configuration);
        var limit = builder.Configuration.GetValue("Proxy:ForwardLimit", 1);
        if (limit < 1)
        {
            throw new InvalidOperationException(
                "Proxy:ForwardLimit must be 1 or more: it is the number of proxies in front of the app."
            );
        }

        builder.Services.AddSingleton<PublicUrlDiagnostics>();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = limit;
            foreach (var network in networks)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    public static void UseProxy(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<MailSettings>().PublicUrl;
        app.UseForwardedHeaders();
        app.Use(
            (context, next) =>
            {
                // Dual-stack sockets map IPv4 callers; logs and limits need one form
                if (context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped)
                {
                    context.Connection.RemoteIpAddress = mapped.MapToIPv4();
                }

                return next(context);
            }
        );
        if (address.AbsolutePath.Length > 1)
        {
            app.UsePublicPath(address.AbsolutePath.TrimEnd('/'));
        }

        // Not per cookie, which would fail when a proxy does not forward the scheme
        app.UseCookiePolicy(
            new CookiePolicyOptions
            {
                Secure =
                    address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest,
            }
        );
    }

    // Keeps links correct whether the proxy forwards the path or strips it
    private static void UsePublicPath(this WebApplication app, PathString path) =>
        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                var rest = request.Path.StartsWithSegments(path, out var after) ? after : request.Path;
                request.PathBase = path;
                request.Path = rest.HasValue ? rest : "/";
                return next(context);
            }
        );

    private static System.Net.IPNetwork Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length <= 2 && IPAddress.TryParse(parts[0], out var address))
        {
            var most = address.GetAddressBytes().Length * 8;
            if (parts.Length == 1)
            {
                return new System.Net.IPNetwork(address, most);
            }

            if (
                int.TryParse(
                    parts[1],
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var length
                )
                && length <= most
            )
            {
                return new System.Net.IPNetwork(FirstOf(address, length), length);
            }
        }

        throw new InvalidOperationException(
            $"Proxy:KnownNetworks has “{text}”, which is neither an address like 192.0.2.7 nor a network like "
                + $"172.16.0.0/12."
        );
    }

    // Accepts 172.18.0.1/16 for 172.18.0.0/16
    private static IPAddress FirstOf(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes);
    }
}
