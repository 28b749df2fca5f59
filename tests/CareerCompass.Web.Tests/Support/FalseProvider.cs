using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CareerCompass.Web.Tests.Support;

/// <summary>A provider on this machine that answers what the test wants, right or wrong. It asks nobody anything.</summary>
public sealed class FalseProvider : IAsyncDisposable
{
    public const string Secret = "a shared secret that is long enough for HMAC";
    private readonly WebApplication app;
    private RsaSecurityKey key = NewKey("first");

    private FalseProvider(WebApplication app) => this.app = app;

    public string Authority { get; private set; } = "";

    /// <summary>What it says of itself.</summary>
    public Dictionary<string, object> Discovery { get; } = [];

    /// <summary>The key that signs, and that it publishes.</summary>
    public RsaSecurityKey Key => key;

    /// <summary>Answers with an error to everything.</summary>
    public bool IsDown { get; set; }

    /// <summary>What the token endpoint answers, once something was asked of it.</summary>
    public Func<IResult> Answer { get; set; } = () => Results.NotFound();

    /// <summary>What userinfo says.</summary>
    public Dictionary<string, object> UserInfo { get; set; } = new() { ["sub"] = "ada" };

    /// <summary>The last form that came to the token endpoint.</summary>
    public Dictionary<string, string> Asked { get; private set; } = [];

    public static async Task<FalseProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new FalseProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        provider.Authority = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        foreach (var (name, value) in new (string, object)[]
        {
            ("issuer", provider.Authority), ("authorization_endpoint", $"{provider.Authority}/authorize"), ("token_endpoint", $"{provider.Authority}/token"),
            ("jwks_uri", $"{provider.Authority}/keys"), ("userinfo_endpoint", $"{provider.Authority}/me"),
        })
        {
            provider.Discovery[name] = value;
        }

        return provider;
    }

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>Signs with another key from now on, and publishes that alone.</summary>
    public void ChangeKey() => key = NewKey("second");

    /// <summary>Gives out this token from now on.</summary>
    public void Give(string? idToken) => Answer = () => Results.Json(
        idToken is null ? new { access_token = "access", token_type = "Bearer" } : (object)new { access_token = "access", token_type = "Bearer", id_token = idToken });

    /// <summary>What a right token says.</summary>
    public Dictionary<string, object> Claims(string nonce, DateTime now) => new()
    {
        ["iss"] = Authority,
        ["sub"] = "ada",
        ["aud"] = "compass",
        ["iat"] = EpochTime.GetIntDate(now),
        ["exp"] = EpochTime.GetIntDate(now.AddMinutes(5)),
        ["nonce"] = nonce,
        ["email"] = "ada@example.org",
        ["name"] = "Ada",
    };

    public string Sign(Dictionary<string, object> claims, SecurityKey? by = null, string algorithm = SecurityAlgorithms.RsaSha256) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(System.Text.Json.JsonSerializer.Serialize(claims), new SigningCredentials(by ?? key, algorithm));

    /// <summary>Sends a browser that has just left for the provider back to the app, as this subject.</summary>
    /// <returns>The app's answer to the callback.</returns>
    public async Task<HttpResponseMessage> AnswerAsync(
        Browser browser, HttpResponseMessage left, DateTime now, string subject, string email, bool verified = true)
    {
        var query = left.Headers.Location!.Query();
        Give(Sign(new(Claims(query["nonce"], now)) { ["sub"] = subject, ["email"] = email, ["email_verified"] = verified }));
        return await browser.GetAsync($"/account/oidc/callback?code=one&state={Uri.EscapeDataString(query["state"])}");
    }

    /// <summary>A token that nobody signed.</summary>
    public static string SignByNobody(Dictionary<string, object> claims) =>
        $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{Encode(System.Text.Json.JsonSerializer.Serialize(claims))}.";

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static string Encode(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));

    private void Map()
    {
        app.Use((context, next) =>
        {
            if (IsDown)
            {
                context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
                return Task.CompletedTask;
            }

            return next(context);
        });
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(Discovery));
        app.MapGet("/keys", () =>
        {
            var parameters = key.Rsa.ExportParameters(false);
            return Results.Json(new
            {
                keys = new[] { new { kty = "RSA", use = "sig", kid = key.KeyId, n = WebEncoders.Base64UrlEncode(parameters.Modulus!), e = WebEncoders.Base64UrlEncode(parameters.Exponent!) } },
            });
        });
        app.MapGet("/me", () => Results.Json(UserInfo));
        app.MapPost("/token", async (HttpRequest request) =>
        {
            Asked = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
            return Answer();
        });
    }
}
