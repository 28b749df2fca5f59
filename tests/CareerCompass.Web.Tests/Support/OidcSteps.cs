using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;

namespace CareerCompass.Web.Tests.Support;

internal static class OidcSteps
{
    /// <param name="login">The user at the provider; null cancels there.</param>
    /// <param name="from">The page with the button.</param>
    /// <returns>The app's response to the callback.</returns>
    public static async Task<HttpResponseMessage> SignInByProviderAsync(
        this Browser browser,
        string? login,
        string from = "/account/sign-in"
    )
    {
        using var left = await browser.LeaveAsync(from);
        using var back = await browser.GetAsync(await AtProviderAsync(left.Headers.Location!, login));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return await browser.GetAsync(back.Headers.Location!.OriginalString);
    }

    public static async Task<HttpResponseMessage> LeaveAsync(this Browser browser, string from = "/account/sign-in")
    {
        var button = (await browser.ReadAsync(from)).Forms.Single(form =>
            form.GetAttribute("action") is { } action
            && (
                action.EndsWith("/account/oidc", StringComparison.Ordinal)
                || action.EndsWith("/settings/linked/add", StringComparison.Ordinal)
            )
        );
        var fields = button
            .Elements.OfType<IHtmlInputElement>()
            .Select(input => (input.Name!, (string?)input.Value))
            .ToArray();
        var response = await browser.PostAsync(button.GetAttribute("action")!, fields);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            Assert.Equal(
                $"0;url={response.Headers.Location!.OriginalString}",
                response.Headers.GetValues("Refresh").Single()
            );
        }

        return response;
    }

    /// <summary>Returns a browser from the fake provider to the app, as this subject.</summary>
    public static async Task<HttpResponseMessage> AnswerAsync(
        this FakeOidcProvider provider,
        Browser browser,
        HttpResponseMessage left,
        DateTime now,
        string subject,
        string email,
        bool verified = true
    )
    {
        var query = left.Headers.Location!.Query();
        var claims = provider.Claims(query["nonce"], now);
        (claims["sub"], claims["email"], claims["email_verified"]) = (subject, email, verified);
        provider.Give(provider.Sign(claims));
        return await browser.GetAsync($"/account/oidc/callback?code=one&state={Uri.EscapeDataString(query["state"])}");
    }

    /// <returns>The path of the callback, without the host.</returns>
    public static async Task<string> AtProviderAsync(Uri address, string? login)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        for (
            var step = 0;
            step < 12 && !address.OriginalString.StartsWith(OidcPeer.PublicUrl, StringComparison.Ordinal);
            step++
        )
        {
            using var response = await client.GetAsync(address);
            address = response.Headers.Location is { } next
                ? new Uri(address, next)
                : await AnswerAsync(client, address, await Browser.ReadAsync(response), login);
        }

        Assert.StartsWith(OidcPeer.PublicUrl, address.OriginalString);
        return address.PathAndQuery;
    }

    public static Dictionary<string, string> Query(this Uri address) =>
        QueryHelpers.ParseQuery(address.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public static async Task<string> ProblemAsync(this Browser browser, HttpResponseMessage response) =>
        (await browser.ReadAsync(response.Headers.Location!.OriginalString))
            .QuerySelector(".problems")
            ?.TextContent.Trim()
        ?? "";

    private static async Task<Uri> AnswerAsync(HttpClient client, Uri address, IHtmlDocument page, string? login)
    {
        if (login is null)
        {
            return new Uri(address, page.QuerySelector("a[href$='/abort']")!.GetAttribute("href")!);
        }

        var form = page.Forms.Single();
        var fields = new Dictionary<string, string>
        {
            ["login"] = login,
            ["password"] = "any",
            ["prompt"] = form.QuerySelector("[name=prompt]")!.GetAttribute("value")!,
        };
        using var response = await client.PostAsync(
            new Uri(address, form.GetAttribute("action")),
            new FormUrlEncodedContent(fields)
        );
        return new Uri(
            address,
            response.Headers.Location ?? throw new InvalidOperationException(await response.Content.ReadAsStringAsync())
        );
    }
}
