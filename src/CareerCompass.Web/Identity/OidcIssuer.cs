namespace CareerCompass.Web.Identity;

/// <summary>Compares addresses of OpenID providers.</summary>
internal static class OidcIssuer
{
    /// <summary>
    /// Whether both name the same provider. A slash at the end makes no difference, nor does the case of the host.
    /// </summary>
    public static bool IsEqual(string? one, string? other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>Whether both may name the same provider: the case of the path makes no difference either.</summary>
    public static bool IsSame(string? one, string? other) =>
        string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string? Plain(string? issuer) =>
        Uri.TryCreate(issuer?.Trim(), UriKind.Absolute, out var uri)
            ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}{uri.PathAndQuery.TrimEnd('/')}{uri.Fragment}"
            : issuer?.Trim().TrimEnd('/');
}
