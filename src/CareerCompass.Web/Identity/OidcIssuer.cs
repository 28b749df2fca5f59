namespace CareerCompass.Web.Identity;

/// <summary>Compares addresses of OpenID providers.</summary>
internal static class OidcIssuer
{
    /// <summary>Whether two issuers may be the same one. Case and a slash at the end make no difference; the scheme does.</summary>
    public static bool IsSame(string? one, string? other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string? Plain(string? issuer) =>
        Uri.TryCreate(issuer?.Trim(), UriKind.Absolute, out var uri)
            ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}{uri.AbsolutePath.TrimEnd('/')}"
            : issuer?.Trim().TrimEnd('/');
}
