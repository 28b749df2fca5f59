using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CareerCompass.Web.Identity;

/// <summary>
/// Moves the client secret to the header, which every provider must accept, from the form, which some refuse.
/// </summary>
internal sealed class OidcClientSecretHandler(OidcSettings settings, OidcDiscovery discovery) : DelegatingHandler
{
    private const string Field = "client_secret";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (
            request.Content is FormUrlEncodedContent form
            && !string.IsNullOrEmpty(settings.ClientSecret)
            && !await TakesFormOnlyAsync(cancel)
        )
        {
            var fields = QueryHelpers.ParseQuery(await form.ReadAsStringAsync(cancel));
            fields.Remove(Field);
            request.Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()))
            );
            var pair = $"{Uri.EscapeDataString(settings.ClientId!)}:{Uri.EscapeDataString(settings.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.ASCII.GetBytes(pair))
            );
        }

        return await base.SendAsync(request, cancel);
    }

    private async Task<bool> TakesFormOnlyAsync(CancellationToken cancel)
    {
        var ways = (await discovery.GetConfigurationAsync(cancel)).TokenEndpointAuthMethodsSupported;
        return ways.Contains("client_secret_post") && !ways.Contains("client_secret_basic");
    }
}
