using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CareerCompass.Web.Identity;

public static class Device
{
    private const string Cookie = "careercompass.device";
    private const int SecretBytes = 32;

    // Specific names first: nearly every browser claims to be Safari, and many claim to be Chrome
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

    public static string Name(string userAgent) =>
        (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
        {
            (null, null) => "Unknown device",
            (null, var system) => $"Unknown browser on {system}",
            (var browser, null) => browser,
            var (browser, system) => $"{browser} on {system}",
        };

    public static string Describe(HttpContext context) =>
        Name(context.Request.Headers.UserAgent.ToString())
        + (Address(context) is { Length: > 0 } address ? $", {address}" : "");

    /// <summary>The network address without an IPv6 scope id; empty when unknown.</summary>
    public static string Address(HttpContext context) =>
        context.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            var address => address.ToString().Split('%')[0],
        };

    public static bool HasCookie(HttpContext context) => Secret(context) is not null;

    /// <returns>Null when there is no device cookie.</returns>
    public static byte[]? HashOfDevice(HttpContext context, Guid userId) =>
        Secret(context) is { } secret ? HashOf(secret, userId) : null;

    /// <summary>The network to limit attempts by: an IPv6 household has 2^64 addresses to choose from.</summary>
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

    /// <summary>Sets or renews the device's random cookie. The cookie alone grants nothing.</summary>
    public static byte[] Remember(HttpContext context, Guid userId, DateTime now)
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
