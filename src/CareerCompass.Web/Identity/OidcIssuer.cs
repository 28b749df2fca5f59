namespace CareerCompass.Web.Identity;

internal static class OidcIssuer
{
    /// <summary>Ignores a trailing slash and the case of the host.</summary>
    public static bool IsEqual(string? one, string? other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>Also ignores the case of the path.</summary>
    public static bool IsSame(string? one, string? other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string? Plain(string? issuer) =>
        Uri.TryCreate(issuer?.Trim(), UriKind.Absolute, out var uri)
            ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}{uri.PathAndQuery.TrimEnd('/')}{uri.Fragment}"
            : issuer?.Trim().TrimEnd('/');
}
