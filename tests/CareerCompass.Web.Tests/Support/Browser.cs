using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Net.Http.Headers;

namespace CareerCompass.Web.Tests.Support;

/// <summary>What somebody does in a browser, without scripts: keeps cookies, reads pages, sends forms, follows nothing by itself.</summary>
public sealed record Browser(HttpClient Client)
{
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>Who is signed in; empty for nobody.</summary>
    public Guid PersonId { get; init; }

    /// <summary>What the app warned of, to say more when something fails.</summary>
    public RecordedLog Log { get; init; } = new();

    private Dictionary<string, string> Cookies { get; init; } = [];

    /// <summary>Another browser with the same cookies, as they are now.</summary>
    public Browser Copy() => this with { Cookies = new(Cookies) };

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Gets a page that has to be there.</summary>
    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        Assert.True(
            response.StatusCode == HttpStatusCode.OK,
            $"GET {path} answered {(int)response.StatusCode} "
                + $"{response.Headers.Location}\n{string.Join('\n', Log.Lines)}"
        );
        return await ReadAsync(response);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Gets a page, and sends its form with these fields beside the ones it came with.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string? Value)[] fields) =>
        await PostFormAsync(await ReadAsync(path), path, fields);

    /// <summary>The same with a page that was got earlier.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(
        IHtmlDocument page,
        string path,
        params (string Name, string? Value)[] fields
    )
    {
        var forms = page
            .Forms.Where(form =>
                form.QuerySelector($"input[name={TokenField}]") is not null && form.Closest("main") is not null
            )
            .ToList();

        // A page's own form posts to the page itself; others on it are buttons that lead elsewhere
        var form = forms.FirstOrDefault(form => !form.HasAttribute("action"))
            ?? forms.LastOrDefault()
            ?? throw new InvalidOperationException($"There is no form on {path}.");
        var all = new Dictionary<string, string?>();
        foreach (var control in form.Elements)
        {
            switch (control)
            {
                case IHtmlInputElement { Type: not ("checkbox" or "radio" or "submit"), Name: { } name } input:
                    all[name] = input.Value;
                    break;
                case IHtmlInputElement { IsChecked: true, Name: { } name } input:
                    all[name] = input.Value;
                    break;
                case IHtmlTextAreaElement { Name: { } name } text:
                    all[name] = text.Value;
                    break;
                case IHtmlSelectElement { Name: { } name } select:
                    all[name] = select.Value;
                    break;
            }
        }

        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return await PostAsync(
            form.GetAttribute("action") is { Length: > 0 } action ? action : path,
            [.. all.Select(field => (field.Key, field.Value))]
        );
    }

    /// <summary>Posts these fields and no others.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string? Value)[] fields) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(
                    fields
                        .Where(field => field.Value is not null)
                        .Select(field => KeyValuePair.Create(field.Name, field.Value!))
                ),
            }
        );

    /// <summary>A form token that holds for whatever form this browser sends.</summary>
    public async Task<string> TokenAsync(string path)
    {
        var page = await ReadAsync(path);
        return page.QuerySelector($"input[name={TokenField}]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"There is no form on {path}.");
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
        {
            request.Headers.Add(
                HeaderNames.Cookie,
                string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))
            );
        }

        var response = await Client.SendAsync(request);
        foreach (
            var cookie in SetCookieHeaderValue.ParseList(
                response.Headers.TryGetValues(HeaderNames.SetCookie, out var set) ? [.. set] : []
            )
        )
        {
            // By presence, not by date: the app's clock is not this one's
            if (cookie.Value.Length == 0)
            {
                Cookies.Remove(cookie.Name.Value!);
            }
            else
            {
                Cookies[cookie.Name.Value!] = cookie.Value.Value!;
            }
        }

        return response;
    }
}
