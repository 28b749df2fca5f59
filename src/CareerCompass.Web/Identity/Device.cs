using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CareerCompass.Web.Identity;

/// <summary>The browser that a request comes from.</summary>
public static class Device
{
    private const string Cookie = "careercompass.device";
    private const int SecretBytes = 32;

    // More telling names first: nearly every browser claims to be Safari, and many claim to be Chrome
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Vivaldi/", "Vivaldi"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chromium/", "Chromium"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Browser and system in words.</summary>
    public static string Name(string userAgent) =>
        (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
        {
            (null, null) => "Unknown device",
            (null, var system) => $"Unknown browser on {system}",
            (var browser, null) => browser,
            var (browser, system) => $"{browser} on {system}",
        };

    /// <summary>What a mail says of where a request came from: the device, and its address if that is known.</summary>
    public static string LocationOf(HttpContext context) =>
        Name(context.Request.Headers.UserAgent.ToString())
        + (Address(context) is { Length: > 0 } address ? $", {address}" : "");

    /// <summary>The network address, without the interface that a local one was reached through; empty when there is none.</summary>
    public static string Address(HttpContext context) =>
        context.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            var address => address.ToString().Split('%')[0],
        };

    /// <summary>Whether some account was signed in to on this device.</summary>
    public static bool HasCookie(HttpContext context) => Secret(context) is not null;

    /// <summary>What this device would be known by to one account; null when it has no cookie of ours.</summary>
    public static byte[]? HashFor(HttpContext context, Guid userId) =>
        Secret(context) is { } secret ? HashOf(secret, userId) : null;

    /// <summary>Where a network address belongs: in IPv6 a household has 2^64 of them to choose from.</summary>
    public static string Network(IPAddress? address) =>
        address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(
                address.GetAddressBytes().AsSpan(0, 8)
            ),
            _ => address.ToString(),
        };

    /// <summary>What this device is known by to one account. The random cookie behind it is given, or its life prolonged; nothing follows from it but "was here before".</summary>
    public static byte[] FindKnown(HttpContext context, Guid userId, DateTime now)
    {
        var secret = Secret(context) ?? RandomNumberGenerator.GetBytes(SecretBytes);
        context.Response.Cookies.Append(
            Cookie,
            Base64Url.EncodeToString(secret),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                Expires = now.AddDays(400),
                Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
            }
        );
        return HashOf(secret, userId);
    }

    private static byte[] HashOf(byte[] secret, Guid userId) => SHA256.HashData([.. secret, .. userId.ToByteArray()]);

    private static byte[]? Secret(HttpContext context)
    {
        var known = context.Request.Cookies[Cookie] ?? "";
        return Base64Url.IsValid(known, out var length) && length == SecretBytes
            ? Base64Url.DecodeFromChars(known)
            : null;
    }

    private static string? Find((string Sign, string Name)[] names, string userAgent) =>
        names.FirstOrDefault(name => userAgent.Contains(name.Sign, StringComparison.Ordinal)).Name;
}
