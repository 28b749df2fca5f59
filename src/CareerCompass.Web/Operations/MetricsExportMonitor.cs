namespace CareerCompass.Web.Operations;

/// <summary>Logs once when the collector fails and once when it recovers, not at each attempt.</summary>
internal sealed class MetricsExportMonitor(HttpMessageHandler inner, ILogger log) : DelegatingHandler(inner)
{
    private volatile bool isLost;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return CheckResponse(request, base.Send(request, cancellationToken));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            LogLoss(request, error);
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
            return CheckResponse(request, await base.SendAsync(request, cancellationToken));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            LogLoss(request, error);
            throw;
        }
    }

    private HttpResponseMessage CheckResponse(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            LogLoss(request, $"it answered {(int)response.StatusCode}");
        }
        else if (isLost)
        {
            isLost = false;
            log.LogInformation("The collector at {Endpoint} accepts metrics again", request.RequestUri);
        }

        return response;
    }

    private void LogLoss(HttpRequestMessage request, Exception error) =>
        LogLoss(request, error is OperationCanceledException ? "no answer in time" : error.GetBaseException().Message);

    private void LogLoss(HttpRequestMessage request, string reason)
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
