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

/// <summary>A local provider that returns whatever the test wants, right or wrong.</summary>
public sealed class FakeOidcProvider : IAsyncDisposable
{
    public const string Secret = "a shared secret that is long enough for HMAC";
    private readonly WebApplication app;
    private RsaSecurityKey key = NewKey("first");

    private FakeOidcProvider(WebApplication app) => this.app = app;

    public string Authority { get; private set; } = "";

    public Dictionary<string, object> Discovery { get; } = [];

    public RsaSecurityKey Key => key;

    public bool IsDown { get; set; }

    /// <summary>The response of the token endpoint.</summary>
    public Func<IResult> Answer { get; set; } = () => Results.NotFound();

    public Dictionary<string, object> UserInfo { get; set; } = new() { ["sub"] = "ada" };

    /// <summary>Raw text that replaces <see cref="UserInfo"/>.</summary>
    public string? UserInfoText { get; set; }

    public int UserInfoStatus { get; set; } = 200;

    public Dictionary<string, string> Asked { get; private set; } = [];

    /// <summary>The Authorization header of the last call to the token or pushed authorization endpoint.</summary>
    public string? Authorization { get; private set; }

    public Dictionary<string, string> Pushed { get; private set; } = [];

    public int UserInfoCalls { get; private set; }

    public Dictionary<string, string> Left { get; private set; } = [];

    /// <summary>Changes the claims of tokens issued to browsers.</summary>
    public Action<Dictionary<string, object>> Answers { get; set; } = _ => { };

    /// <summary>The same server under another name, which is another origin to a browser.</summary>
    public string OtherOrigin => Authority.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <param name="port">0 for any free port.</param>
    public static async Task<FakeOidcProvider> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var provider = new FakeOidcProvider(builder.Build());
        provider.Map();
        await provider.app.StartAsync();
        provider.Authority = provider
            .app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        foreach (
            var (name, value) in new (string, object)[]
            {
                ("issuer", provider.Authority),
                ("authorization_endpoint", $"{provider.Authority}/authorize"),
                ("token_endpoint", $"{provider.Authority}/token"),
                ("jwks_uri", $"{provider.Authority}/keys"),
                ("userinfo_endpoint", $"{provider.Authority}/me"),
            }
        )
        {
            provider.Discovery[name] = value;
        }

        return provider;
    }

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public void ChangeKey() => key = NewKey("second");

    public void Give(string? idToken) =>
        Answer = () =>
            Results.Json(
                idToken is null
                    ? new { access_token = "access", token_type = "Bearer" }
                    : (object)
                        new
                        {
                            access_token = "access",
                            token_type = "Bearer",
                            id_token = idToken,
                        }
            );

    public Dictionary<string, object> Claims(string nonce, DateTime now) =>
        new()
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

    public string Sign(
        Dictionary<string, object> claims,
        SecurityKey? by = null,
        string algorithm = SecurityAlgorithms.RsaSha256
    ) => Sign(System.Text.Json.JsonSerializer.Serialize(claims), by, algorithm);

    /// <param name="claims">JSON, signed as it is.</param>
    public string Sign(string claims, SecurityKey? by = null, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var by64 =
            $"{Encode($"{{\"alg\":\"{algorithm}\",\"typ\":\"JWT\",\"kid\":\"{(by ?? key).KeyId}\"}}")}.{Encode(claims)}";
        return $"{by64}.{JwtTokenUtilities.CreateEncodedSignature(by64, new SigningCredentials(by ?? key, algorithm))}";
    }

    public static string SignByNobody(Dictionary<string, object> claims) =>
        $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{Encode(System.Text.Json.JsonSerializer.Serialize(claims))}.";

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static string Encode(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));

    private void Map()
    {
        app.Use(
            (context, next) =>
            {
                if (IsDown)
                {
                    context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(Discovery));
        app.MapGet("/keys", () =>
        {
            var parameters = key.Rsa.ExportParameters(false);
            return Results.Json(
                new
                {
                    keys = new[]
                    {
                        new
                        {
                            kty = "RSA",
                            use = "sig",
                            kid = key.KeyId,
                            n = WebEncoders.Base64UrlEncode(parameters.Modulus!),
                            e = WebEncoders.Base64UrlEncode(parameters.Exponent!),
                        },
                    },
                }
            );
        });
        app.MapGet("/me", () =>
        {
            UserInfoCalls++;
            return UserInfoText is null
                ? Results.Json(UserInfo, statusCode: UserInfoStatus)
                : Results.Text(
                    UserInfoStatus == 204 ? null : UserInfoText,
                    "application/json",
                    statusCode: UserInfoStatus
                );
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            Authorization = request.Headers.Authorization;
            Asked = await FormAsync(request);
            return Answer();
        });
        app.MapPost("/par", async (HttpRequest request) =>
        {
            Authorization = request.Headers.Authorization;
            Pushed = await FormAsync(request);
            return Results.Json(
                new { request_uri = "urn:example:pushed", expires_in = 60 },
                statusCode: StatusCodes.Status201Created
            );
        });

        // A federated provider: redirects through another host and straight back
        app.MapGet("/authorize", (HttpRequest request) =>
            Results.Redirect($"{OtherOrigin}/elsewhere{request.QueryString}")
        );
        app.MapGet("/elsewhere", (HttpRequest request) =>
        {
            var claims = Claims(request.Query["nonce"].ToString(), TimeProvider.System.GetUtcNow().UtcDateTime);
            Answers(claims);
            Give(Sign(claims));
            return Results.Redirect(
                $"{request.Query["redirect_uri"]}?code=one&state={Uri.EscapeDataString(request.Query["state"].ToString())}"
            );
        });
        app.MapGet("/end", (HttpRequest request) => Results.Redirect($"{OtherOrigin}/ended{request.QueryString}"));
        app.MapGet("/ended", (HttpRequest request) =>
        {
            Left = request.Query.ToDictionary(field => field.Key, field => field.Value.ToString());
            return Results.Redirect($"{Left["post_logout_redirect_uri"]}?state={Uri.EscapeDataString(Left["state"])}");
        });
    }

    private static async Task<Dictionary<string, string>> FormAsync(HttpRequest request) =>
        (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
}
