namespace CareerCompass.Web.Identity;

/// <summary>Setting "Oidc": signing in with an OpenID provider. Without an authority there is none, and nobody is called.</summary>
public sealed class OidcSettings
{
    private const string Prefix = "Sign in with ";

    /// <summary>The provider's own address, as it writes it into its tokens: https://auth.example.org/application/o/compass/</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>None for a public client, which PKCE alone protects.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What people call the provider; the button says "Sign in with …".</summary>
    public string? Name { get; set; }

    public string Scopes { get; set; } = "openid profile email";

    /// <summary>Whether new people can create an account through the provider. Unset, only where registration is open.</summary>
    public bool? Register { get; set; }

    /// <summary>Nobody signs in with a password.</summary>
    public bool Only { get; set; }

    /// <summary>Links to the account with the same confirmed address when the provider says that it has checked the address.</summary>
    public bool LinkByVerifiedEmail { get; set; }

    /// <summary>Signing out here ends the session at the provider too, if it offers that.</summary>
    public bool SignOutAtProvider { get; set; }

    /// <summary>Unset, https is not asked for from a provider on this machine.</summary>
    public bool? RequireHttps { get; set; }

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>No password is asked for or taken anywhere.</summary>
    public bool IsOnly => IsOn && Only;

    /// <summary>The provider's name as people know it.</summary>
    public string Provider =>
        Name?.Trim() switch
        {
            null or "" => IsOn ? Address.Host : "",
            var name when name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) => name[Prefix.Length..],
            var name => name,
        };

    public bool NeedsHttps => RequireHttps ?? !Address.IsLoopback;

    public IReadOnlyList<string> AllScopes => Scopes.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    internal string MetadataAddress => $"{Authority!.Trim().TrimEnd('/')}/.well-known/openid-configuration";

    private Uri Address => new(Authority!.Trim());

    /// <summary>Whether an issuer is the provider. Some end their address with a slash, and some do not.</summary>
    public bool IsAuthority(string? issuer) => IsOn && OidcIssuer.IsEqual(issuer, Authority);

    /// <exception cref="InvalidOperationException">A setting cannot work.</exception>
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

        if (!settings.IsOn)
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

        if (NeedsHttps && address.Scheme != "https")
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
