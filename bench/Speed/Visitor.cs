using System.Net;
using System.Text.RegularExpressions;

namespace CareerCompass.Bench.Speed;

internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly Uri address;

    private Visitor(Uri address)
    {
        this.address = address;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
    }

    public string Cookie => cookies.GetCookieHeader(address);

    public static async Task<Visitor> SignInAsync(Server server, string email)
    {
        var visitor = new Visitor(server.Address);
        var answer = await visitor.PostAsync(
            "/account/sign-in",
            "/account/sign-in",
            ("Input.Email", email),
            ("Input.Password", Stock.Password)
        );
        return answer == HttpStatusCode.Redirect
            ? visitor
            : throw new InvalidOperationException($"Signing in was answered {answer}.");
    }

    public Task<string> ReadAsync(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<string> TokenAsync(string page) =>
        WebUtility.HtmlDecode(Token().Match(await ReadAsync(page)).Groups[1].Value);

    public async Task<HttpStatusCode> PostAsync(string path, string page, params (string Name, string Value)[] fields)
    {
        var all = fields
            .Append(("__RequestVerificationToken", await TokenAsync(page)))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var form = new FormUrlEncodedContent(all);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form);
        return answer.StatusCode;
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
