namespace CareerCompass.Web.Identity;

/// <summary>Contacts the provider at start, so that a wrong setting is logged immediately.</summary>
internal sealed class OidcStartupCheck(OidcDiscovery discovery, ILogger<OidcStartupCheck> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await discovery.GetConfigurationAsync(stoppingToken);
        }
        catch (OidcUnreachableException problem)
        {
            log.LogWarning(
                problem,
                "The OpenID provider cannot be used: {Problem} Sign-in with it works once this is fixed.",
                problem.Message
            );
        }
    }
}
