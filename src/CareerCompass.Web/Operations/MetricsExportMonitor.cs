namespace CareerCompass.Web.Operations;

/// <summary>Logs once when the collector fails and once when it recovers, not at each attempt.</summary>
internal sealed class MetricsExportMonitor(HttpMessageHandler inner, ILogger log) : DelegatingHandler(inner)
{
    private volatile bool isLost;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(request, base.Send(request, cancellationToken));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            Lose(request, error);
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Judge(request, await base.SendAsync(request, cancellationToken));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            Lose(request, error);
            throw;
        }
    }

    private HttpResponseMessage Judge(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            Lose(request, $"it answered {(int)response.StatusCode}");
        }
        else if (isLost)
        {
            isLost = false;
            log.LogInformation("The collector at {Endpoint} accepts metrics again", request.RequestUri);
        }

        return response;
    }

    private void Lose(HttpRequestMessage request, Exception error) =>
        Lose(request, error is OperationCanceledException ? "no answer in time" : error.GetBaseException().Message);

    private void Lose(HttpRequestMessage request, string reason)
    {
        if (!isLost)
        {
            isLost = true;
            log.LogWarning(
                "The collector at {Endpoint} does not accept metrics: {Reason}. The app works without it and keeps "
                    + "trying",
                request.RequestUri,
                reason
            );
        }
    }
}
