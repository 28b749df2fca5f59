using System.Text;

namespace CareerCompass.Web.Operations;

public static class PublicUrlParser
{
    /// <summary>Path characters besides letters and digits that have only one spelling.</summary>
    private const string PathCharacters = "/-._~+@";

    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <returns>The address as browsers write it: in ASCII (punycode) and with a trailing slash.</returns>
    public static Uri Parse(string? setting)
    {
        var text = setting?.Trim() ?? "";
        if (!text.StartsWith("http://", IgnoreCase) && !text.StartsWith("https://", IgnoreCase))
        {
            var lacksScheme =
                text.Contains('.', StringComparison.Ordinal) && !text.Contains("//", StringComparison.Ordinal);
            throw NotAnAddressError(text, lacksScheme ? $". Did you mean https://{text}?" : "");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || HostOf(url) is not { } host)
        {
            throw NotAnAddressError(text);
        }

        if (url.UserInfo.Length > 0)
        {
            throw NotUsableError(text, "It must not contain a user name or password.");
        }

        if (text.AsSpan().ContainsAny('?', '#'))
        {
            throw NotUsableError(text, $"It must end before the ? or #, as in {url.GetLeftPart(UriPartial.Path)}");
        }

        var path = Uri.UnescapeDataString(url.AbsolutePath);
        if (!path.All(IsPlain) || text.Contains("%2F", IgnoreCase))
        {
            throw NotUsableError(
                text,
                "Its path may contain only the letters a to z, digits and - . _ ~ + @, because proxies differ in "
                    + "how they pass on others."
            );
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => $"{segment}/");
        var port = url.IsDefaultPort ? "" : $":{url.Port}";
        return new Uri($"{url.Scheme}://{host}{port}/{string.Concat(segments)}");
    }

    private static bool IsPlain(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || PathCharacters.Contains(letter, StringComparison.Ordinal);

    private static string? HostOf(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost.TrimEnd('.');
        return host.Length > 0 && Ascii.IsValid(host) ? host : null;
    }

    private static InvalidOperationException NotAnAddressError(string text, string advice = "") =>
        new($"App:PublicUrl is not an http(s) address: {text}{advice}");

    private static InvalidOperationException NotUsableError(string text, string advice) =>
        new($"App:PublicUrl cannot be used for links: {text}. {advice}");
}
