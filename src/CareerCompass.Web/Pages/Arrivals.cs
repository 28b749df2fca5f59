using System.Net;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Language;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Pages;

public enum ArrivalFault
{
    /// <summary>A proxy says who is behind it and is not believed.</summary>
    UnknownProxy,

    /// <summary>The browser came by https, and the app was not told.</summary>
    UntoldHttps,

    /// <summary>At another address than App:PublicUrl.</summary>
    OtherAddress,
}

/// <summary>
/// How administrators' browsers arrive, held against App:PublicUrl. What a browser says of its own address is believed
/// first: it also shows what a proxy hides. Kept in memory; said in the log once.
/// </summary>
public sealed class Arrivals(MailSettings mail, TimeProvider clock, ILogger<Arrivals> log)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<ArrivalFault, (string Detail, DateTime At)> faults = [];
    private readonly HashSet<(ArrivalFault, string)> said = [];

    /// <summary>Looks at one request.</summary>
    public void See(HttpContext context)
    {
        var found = Find(context);
        var now = clock.GetUtcNow().UtcDateTime;
        lock (gate)
        {
            if (found.Count == 0)
            {
                // The way that is meant works: what was wrong with it is mended
                faults.Remove(ArrivalFault.UnknownProxy);
                faults.Remove(ArrivalFault.UntoldHttps);
            }

            foreach (var (fault, detail) in found)
            {
                faults[fault] = (detail, now);
                if (said.Count < 100 && said.Add((fault, detail)))
                {
                    log.LogWarning("An administrator arrived otherwise than App:PublicUrl ({PublicUrl}) says: {Fault} {Detail}. Administration says what to do.", mail.PublicUrl, fault, detail);
                }
            }
        }
    }

    /// <summary>What to do about it, in sentences.</summary>
    public IReadOnlyList<string> Tell(Words words)
    {
        lock (gate)
        {
            var oldest = clock.GetUtcNow().UtcDateTime - Remembered;
            return [.. faults.Where(fault => fault.Value.At > oldest).OrderBy(fault => fault.Key).Select(fault => fault.Key switch
            {
                ArrivalFault.UnknownProxy => words["A proxy at {0} says how people arrive, but is not believed, so everybody seems to come from there. If it is yours, set Proxy:KnownNetworks to {1} and start again.", fault.Value.Detail, NetworkOf(fault.Value.Detail)],
                ArrivalFault.UntoldHttps => words["People arrive by https, but the proxy does not say so. Let it send the header X-Forwarded-Proto; in nginx: proxy_set_header X-Forwarded-Proto $scheme;"],
                _ => words["An administrator arrived at {0}, but App:PublicUrl is {1}, and every link in an e-mail starts with that. If people reach it there, all is well; otherwise change the setting.", fault.Value.Detail, mail.PublicUrl],
            })];
        }
    }

    /// <summary>The address in the browser, as far as the request tells, and whether the browser said so itself.</summary>
    public static (Uri Address, bool Told) AddressOf(HttpRequest request)
    {
        // Only for its own pages does a browser tell more than the host, which a proxy may well hide from us
        if (request.Headers["Sec-Fetch-Site"] == "same-origin" && Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Scheme is "http" or "https")
        {
            return (page, true);
        }

        return (Uri.TryCreate($"{request.Scheme}://{request.Host}{request.PathBase}/", UriKind.Absolute, out var address) ? address : new Uri("http://unknown/"), false);
    }

    private List<(ArrivalFault Fault, string Detail)> Find(HttpContext context)
    {
        var (headers, wanted, found) = (context.Request.Headers, mail.PublicUrl, new List<(ArrivalFault, string)>());
        var (seen, told) = AddressOf(context.Request);
        bool Ignored(string what) => headers.ContainsKey($"X-Forwarded-{what}") && !headers.ContainsKey($"X-Original-{what}");
        var (unknown, proxied) = (Ignored("For") || Ignored("Proto"), headers.ContainsKey("X-Original-For"));
        if (unknown)
        {
            found.Add((ArrivalFault.UnknownProxy, context.Connection.RemoteIpAddress?.ToString() ?? "?"));
        }
        else if (wanted.Scheme == Uri.UriSchemeHttps && !context.Request.IsHttps && (told ? seen.Scheme == Uri.UriSchemeHttps : proxied))
        {
            found.Add((ArrivalFault.UntoldHttps, ""));
        }

        // Behind a proxy only the browser knows where it is
        var there = seen.GetLeftPart(UriPartial.Authority) == wanted.GetLeftPart(UriPartial.Authority);
        if ((told || !(unknown || proxied)) && !(there && new PathString(seen.AbsolutePath).StartsWithSegments(wanted.AbsolutePath.TrimEnd('/'))))
        {
            found.Add((ArrivalFault.OtherAddress, there ? seen.GetLeftPart(UriPartial.Path) : seen.GetLeftPart(UriPartial.Authority)));
        }

        return found;
    }

    private static string NetworkOf(string address) => IPAddress.TryParse(address, out var ip) && System.Net.IPNetwork.Parse("172.16.0.0/12").Contains(ip)
        ? "172.16.0.0/12" : address;
}

internal static class ArrivalsSetup
{
    /// <summary>Only administrators are looked at: others may come as they like, and nobody else could mend it.</summary>
    public static void UseArrivals(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.User.IsAdmin())
        {
            context.RequestServices.GetRequiredService<Arrivals>().See(context);
        }

        return next(context);
    });
}
