using System.Net;
using CareerCompass.Web.Localization;
using CareerCompass.Web.Mail;

namespace CareerCompass.Web.Pages.Infrastructure;

/// <summary>
/// Compares how administrators' browsers arrive with App:PublicUrl. The browser's own address takes precedence, because
/// it also shows what a proxy hides. Kept in memory; each fault is logged once.
/// </summary>
public sealed class PublicUrlDiagnostics(MailSettings mail, TimeProvider clock, ILogger<PublicUrlDiagnostics> log)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<PublicUrlFault, (string Detail, DateTime At)> faults = [];
    private readonly HashSet<(PublicUrlFault, string)> logged = [];

    public void Inspect(HttpContext context)
    {
        var found = Find(context);
        var now = clock.GetUtcNow().UtcDateTime;
        lock (gate)
        {
            if (found.Count == 0)
            {
                faults.Remove(PublicUrlFault.UnknownProxy);
                faults.Remove(PublicUrlFault.HttpsNotForwarded);
            }

            foreach (var (fault, detail) in found)
            {
                faults[fault] = (detail, now);
                if (logged.Count < 100 && logged.Add((fault, detail)))
                {
                    log.LogWarning(
                        "An administrator arrived otherwise than App:PublicUrl ({PublicUrl}) says: {Fault} "
                            + "{Detail}. Administration says what to do.",
                        mail.PublicUrl,
                        fault,
                        detail
                    );
                }
            }
        }
    }

    public IReadOnlyList<string> Describe(Localizer localizer)
    {
        lock (gate)
        {
            var oldest = clock.GetUtcNow().UtcDateTime - Retention;
            return
            [
                .. faults
                    .Where(fault => fault.Value.At > oldest)
                    .OrderBy(fault => fault.Key)
                    .Select(fault =>
                        fault.Key switch
                        {
                            PublicUrlFault.UnknownProxy => localizer[
                                "A proxy at {0} sends forwarding headers but is not trusted, so all visitors appear "
                                    + "to come from there. If it is yours, set Proxy:KnownNetworks to {1} and restart.",
                                fault.Value.Detail,
                                NetworkOf(fault.Value.Detail)
                            ],
                            PublicUrlFault.HttpsNotForwarded => localizer[
                                "Visitors use https, but the proxy does not report it. Configure it to send the "
                                    + "header X-Forwarded-Proto; in nginx: proxy_set_header X-Forwarded-Proto $scheme;"
                            ],
                            _ => localizer[
                                "An administrator used the address {0}, but App:PublicUrl is {1}, and every link in "
                                    + "an e-mail starts with it. If people can reach the app there, ignore this. "
                                    + "Otherwise change the setting.",
                                fault.Value.Detail,
                                mail.PublicUrl
                            ],
                        }
                    ),
            ];
        }
    }

    /// <summary>The browser's address, and whether the browser itself reported it.</summary>
    public static (Uri Address, bool Told) BrowserAddressOf(HttpRequest request)
    {
        // Browsers send the full address only for same-origin requests, and a proxy may hide the host
        if (
            request.Headers["Sec-Fetch-Site"] == "same-origin"
            && Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page)
            && page.Scheme is "http" or "https"
        )
        {
            return (page, true);
        }

        return (
            Uri.TryCreate($"{request.Scheme}://{request.Host}{request.PathBase}/", UriKind.Absolute, out var address)
                ? address
                : new Uri("http://unknown/"),
            false
        );
    }

    private List<(PublicUrlFault Fault, string Detail)> Find(HttpContext context)
    {
        var (headers, wanted, found) = (context.Request.Headers, mail.PublicUrl, new List<(PublicUrlFault, string)>());
        var (seen, told) = BrowserAddressOf(context.Request);
        bool Ignored(string what) =>
            headers.ContainsKey($"X-Forwarded-{what}") && !headers.ContainsKey($"X-Original-{what}");
        var (unknown, proxied) = (Ignored("For") || Ignored("Proto"), headers.ContainsKey("X-Original-For"));
        if (unknown)
        {
            found.Add((PublicUrlFault.UnknownProxy, context.Connection.RemoteIpAddress?.ToString() ?? "?"));
        }
        else if (
            wanted.Scheme == Uri.UriSchemeHttps
            && !context.Request.IsHttps
            && (told ? seen.Scheme == Uri.UriSchemeHttps : proxied)
        )
        {
            found.Add((PublicUrlFault.HttpsNotForwarded, ""));
        }

        // Behind a proxy, only the browser knows its address
        var there = seen.GetLeftPart(UriPartial.Authority) == wanted.GetLeftPart(UriPartial.Authority);
        if (
            (told || !(unknown || proxied))
            && !(there && new PathString(seen.AbsolutePath).StartsWithSegments(wanted.AbsolutePath.TrimEnd('/')))
        )
        {
            found.Add(
                (
                    PublicUrlFault.OtherAddress,
                    there ? seen.GetLeftPart(UriPartial.Path) : seen.GetLeftPart(UriPartial.Authority)
                )
            );
        }

        return found;
    }

    private static string NetworkOf(string address) =>
        IPAddress.TryParse(address, out var ip) && System.Net.IPNetwork.Parse("172.16.0.0/12").Contains(ip)
            ? "172.16.0.0/12"
            : address;
}
