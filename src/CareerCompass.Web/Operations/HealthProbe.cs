namespace CareerCompass.Web.Operations;

/// <summary>
/// "CareerCompass.Web healthcheck": checks the local server. For containers, whose image has no curl.
/// </summary>
public static class HealthProbe
{
    private const string Health = "healthz";

    public static async Task<int> RunAsync(Func<string, string?> setting)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(setting));
        if (setting("App__PublicUrl") is { Length: > 0 } known)
        {
            // AllowedHosts may accept no other host
            request.Headers.Host = PublicUrlParser.Parse(known).Authority;
        }

        try
        {
            using var response = await client.SendAsync(request);
            await Console.Out.WriteLineAsync($"{(int)response.StatusCode}");
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(problem.GetBaseException().Message);
            return 1;
        }
    }

    public static Uri Address(Func<string, string?> setting)
    {
        var urls = (setting("ASPNETCORE_URLS") ?? setting("URLS") ?? "").Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (urls.Select(url => BindingAddress.Parse(url)).FirstOrDefault(url => url.Scheme == "http") is { } bound)
        {
            var host = bound.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : bound.Host;
            return new Uri($"http://{host}:{bound.Port}{bound.PathBase}/{Health}");
        }

        var port = (setting("ASPNETCORE_HTTP_PORTS") ?? setting("HTTP_PORTS") ?? "8080").Split(';', ',')[0].Trim();
        return new Uri($"http://127.0.0.1:{port}/{Health}");
    }
}
