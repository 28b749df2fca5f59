using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Net.Http.Headers;

namespace CareerCompass.Web.Tests.Support;

/// <summary>
/// A browser without scripts: keeps cookies, reads pages and submits forms. Does not follow redirects.
/// </summary>
public sealed record Browser(HttpClient Client)
{
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>Empty when signed out.</summary>
    public Guid PersonId { get; init; }

    public RecordedLog Log { get; init; } = new();

    private Dictionary<string, string> Cookies { get; init; } = [];

    public Browser Copy() => this with { Cookies = new(Cookies) };

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Gets a page and expects success.</summary>
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

    /// <summary>Gets a page and submits its form with these fields added.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string? Value)[] fields) =>
        await PostFormAsync(await ReadAsync(path), path, fields);

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

        // A page's own form posts to the page itself; others on it are buttons with an action
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

    /// <summary>An antiforgery token, valid for all of this browser's forms.</summary>
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
            // By presence, not by date: the app's clock differs
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
