using CareerCompass.Web.Operations;

namespace CareerCompass.Web.Identity;

/// <summary>Setting "Oidc". Without an authority it is off and no outbound call is made.</summary>
public sealed class OidcSettings
{
    private const string Prefix = "Sign in with ";

    /// <summary>
    /// The issuer exactly as in the provider's tokens: https://auth.example.org/application/o/compass/
    /// </summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Null for a public client, which only PKCE protects.</summary>
    public string? ClientSecret { get; set; }

    public string? Name { get; set; }

    public string Scopes { get; set; } = "openid profile email";

    /// <summary>When unset, only if registration is open.</summary>
    public bool? Register { get; set; }

    public bool Only { get; set; }

    /// <summary>Links to the account with the same address when both sides have verified it.</summary>
    public bool LinkByVerifiedEmail { get; set; }

    public bool SignOutAtProvider { get; set; }

    /// <summary>When unset, https is required except for a provider on this machine.</summary>
    public bool? RequireHttps { get; set; }

    public bool IsEnabled => !string.IsNullOrWhiteSpace(Authority);

    public bool IsOnlySignIn => IsEnabled && Only;

    public string Provider =>
        Name?.Trim() switch
        {
            null or "" => IsEnabled ? Address.Host : "",
            var name when name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) => name[Prefix.Length..],
            var name => name,
        };

    public bool RequiresHttps => RequireHttps ?? !Address.IsLoopback;

    public IReadOnlyList<string> AllScopes => Scopes.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    internal string MetadataAddress => $"{Authority!.Trim().TrimEnd('/')}/.well-known/openid-configuration";

    private Uri Address => new(Authority!.Trim());

    public bool IsAuthority(string? issuer) => IsEnabled && OidcIssuer.IsEqual(issuer, Authority);

    public static OidcSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Oidc");
        var settings = section.Read<OidcSettings>();
        var known = typeof(OidcSettings)
            .GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => property.Name)
            .ToList();
        if (
            section
                .GetChildren()
                .FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is
            { } unknown
        )
        {
            throw new InvalidOperationException(
                $"There is no setting Oidc:{unknown.Key}. The available settings are: {string.Join(", ", known)}."
            );
        }

        if (!settings.IsEnabled)
        {
            return section.GetChildren().Any(AsksForProvider)
                ? throw new InvalidOperationException(
                    "Oidc settings are set, but Oidc:Authority, the address of the provider, is not."
                )
                : settings;
        }

        settings.Check();
        return settings;
    }

    private static bool AsksForProvider(IConfigurationSection setting) =>
        setting.Value is { Length: > 0 }
        && !bool.FalseString.Equals(setting.Value, StringComparison.OrdinalIgnoreCase)
        && !setting.Key.Equals(nameof(Scopes), StringComparison.OrdinalIgnoreCase);

    private void Check()
    {
        if (
            !Uri.TryCreate(Authority!.Trim(), UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http")
            || address.Query.Length + address.Fragment.Length > 0
        )
        {
            throw new InvalidOperationException($"Oidc:Authority is not an http(s) address: {Authority}");
        }

        if (
            Authority
                .TrimEnd('/', ' ')
                .EndsWith("/.well-known/openid-configuration", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new InvalidOperationException(
                "Oidc:Authority must not include /.well-known/openid-configuration, only the address before it."
            );
        }

        if (RequiresHttps && address.Scheme != "https")
        {
            throw new InvalidOperationException(
                $"Oidc:Authority must start with https. Otherwise anyone on the network between here and "
                    + $"{address.Host} can sign in as anyone else. On a fully trusted network, set "
                    + $"Oidc:RequireHttps to false."
            );
        }

        if (string.IsNullOrWhiteSpace(ClientId))
        {
            throw new InvalidOperationException(
                "Oidc:Authority is set, but Oidc:ClientId, the ID of this app at the provider, is not."
            );
        }

        if (!AllScopes.Contains("openid"))
        {
            throw new InvalidOperationException($"Oidc:Scopes must include openid: {Scopes}");
        }
    }
}
