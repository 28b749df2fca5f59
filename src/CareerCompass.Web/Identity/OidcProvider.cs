using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CareerCompass.Web.Identity;

/// <summary>What the provider says of itself, and whether what it says of a person is to be believed.</summary>
public sealed class OidcProvider(OidcSettings settings, SideBySideConnector connector, TimeProvider clock) : IDisposable
{
    // With a secret of both sides (HS256) or without a signature (none), whoever knows the client could write tokens
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly HttpClient client = new(connector.CreateHandler())
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private ConfigurationManager<OpenIdConnectConfiguration>? known;

    /// <summary>For the calls from this server to the provider.</summary>
    public HttpClient Client => client;

    /// <summary>The origins that a form which starts a sign-in leads to, for the Content-Security-Policy.</summary>
    public string FormTargets { get; private set; } = settings.Origin;

    /// <summary>Where things are at the provider, and its keys; asked for once and then every few hours.</summary>
    /// <exception cref="OidcUnreachable">There is no telling.</exception>
    public async Task<OpenIdConnectConfiguration> DiscoverAsync(CancellationToken cancel)
    {
        OpenIdConnectConfiguration found;
        try
        {
            found = await (known ??= Manager()).GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException problem)
        {
            known = null; // so that the next person asks anew instead of waiting for a pause to end
            throw new OidcUnreachable($"{settings.MetadataAddress} could not be read.", problem);
        }

        if (!settings.IsAuthority(found.Issuer))
        {
            throw new OidcUnreachable($"The provider calls itself {found.Issuer}: set Oidc:Authority to that.");
        }

        string?[] addresses = [found.AuthorizationEndpoint, found.TokenEndpoint, string.IsNullOrEmpty(found.UserInfoEndpoint) ? found.TokenEndpoint : found.UserInfoEndpoint];
        if (!addresses.All(Serves))
        {
            throw new OidcUnreachable("The provider names no addresses to sign in at, or some without https.");
        }

        FormTargets = $"{settings.Origin} {new Uri(found.AuthorizationEndpoint).GetLeftPart(UriPartial.Authority)}";
        return found;
    }

    /// <summary>Checks signature, issuer, audience, time and nonce.</summary>
    /// <exception cref="SecurityTokenException">It is not to be believed.</exception>
    /// <exception cref="OpenIdConnectProtocolException">It is not for this sign-in.</exception>
    public async Task<JsonWebToken> ReadAsync(string idToken, string accessToken, string nonce, CancellationToken cancel)
    {
        var result = await ValidateAsync(idToken, cancel);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            known = null; // the provider may have new keys
            result = await ValidateAsync(idToken, cancel);
        }

        var token = result.IsValid ? (JsonWebToken)result.SecurityToken : throw result.Exception;
        new OpenIdConnectProtocolValidator { RequireTimeStampInNonce = false, RequireState = false }.ValidateTokenResponse(new()
        {
            ClientId = settings.ClientId,
            Nonce = nonce,
            ProtocolMessage = new() { IdToken = idToken, AccessToken = accessToken },
            ValidatedIdToken = new(idToken),
        });
        return token;
    }

    public void Dispose() => client.Dispose();

    private async Task<TokenValidationResult> ValidateAsync(string idToken, CancellationToken cancel)
    {
        var provider = await DiscoverAsync(cancel);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = (from, until, _, _) => InTime(from, until),
        });
    }

    private bool InTime(DateTime? from, DateTime? until)
    {
        var (now, skew) = (clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(2));
        return until is not null && until > now - skew && (from is null || from < now + skew);
    }

    private bool Serves(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && !settings.NeedsHttps));

    private ConfigurationManager<OpenIdConnectConfiguration> Manager() =>
        new(settings.MetadataAddress, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(client) { RequireHttps = settings.NeedsHttps, SendAdditionalHeaderData = false });
}

/// <summary>The provider does not answer, or answers with what cannot be used.</summary>
public sealed class OidcUnreachable(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What the provider answered is not what it has to be.</summary>
public sealed class OidcRefused(string message) : Exception(message);
