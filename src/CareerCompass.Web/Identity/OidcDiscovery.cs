using System.Text;
using CareerCompass.Web.Operations;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CareerCompass.Web.Identity;

/// <summary>After a failure the next sign-in retries at once; the library would wait for up to five minutes.</summary>
public sealed class OidcDiscovery
    : BaseConfigurationManager,
        IConfigurationManager<OpenIdConnectConfiguration>,
        IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly OidcSettings settings;
    private ConfigurationManager<OpenIdConnectConfiguration>? known;

    public OidcDiscovery(OidcSettings settings, HappyEyeballsConnector connector)
    {
        this.settings = settings;
        // Do not use keys that the provider has withdrawn
        UseLastKnownGoodConfiguration = false;
        Client = new HttpClient(
            new OidcClientSecretHandler(settings, this) { InnerHandler = connector.CreateHandler() }
        )
        {
            Timeout = Timeout,
            MaxResponseContentBufferSize = 1024 * 1024,
        };
    }

    public HttpClient Client { get; }

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        try
        {
            var found = await (known ??= CreateManager()).GetConfigurationAsync(cancel);
            Check(found);
            return found;
        }
        catch (InvalidOperationException problem)
        {
            known = null;
            throw new OidcUnreachableException($"{settings.MetadataAddress} could not be read.", problem);
        }
        catch (OidcUnreachableException)
        {
            known = null;
            throw;
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
        await GetConfigurationAsync(cancel);

    /// <summary>A token is signed by an unknown key: the provider may have new ones.</summary>
    public override void RequestRefresh() => known = null;

    public void Dispose() => Client.Dispose();

    private ConfigurationManager<OpenIdConnectConfiguration> CreateManager()
    {
        var documents = new HttpDocumentRetriever(Client)
        {
            RequireHttps = settings.RequiresHttps,
            SendAdditionalHeaderData = false,
        };
        return new(settings.MetadataAddress, new OpenIdConnectConfigurationRetriever(), documents);
    }

    private void Check(OpenIdConnectConfiguration found)
    {
        if (!settings.IsAuthority(found.Issuer))
        {
            throw new OidcUnreachableException(
                $"The provider identifies itself as {found.Issuer}. Set Oidc:Authority to that."
            );
        }

        var endSession = settings.SignOutAtProvider ? found.EndSessionEndpoint : null;
        string?[] needed = [found.AuthorizationEndpoint, found.TokenEndpoint];
        string?[] optional = [found.UserInfoEndpoint, found.PushedAuthorizationRequestEndpoint, endSession];
        if (!needed.Concat(optional.Where(address => !string.IsNullOrEmpty(address))).All(IsUsable))
        {
            throw new OidcUnreachableException("The provider lists no sign-in addresses, or some without https.");
        }

        if (found.SigningKeys.Count == 0)
        {
            throw new OidcUnreachableException(
                "The provider publishes no keys to verify its tokens with. Configure it to sign them with RS256 or "
                    + "ES256."
            );
        }
    }

    private bool IsUsable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && Ascii.IsValid(address)
        && uri.Fragment.Length == 0
        && (uri.Scheme == "https" || (uri.Scheme == "http" && !settings.RequiresHttps));
}
