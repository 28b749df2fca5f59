namespace CareerCompass.Web.Identity;

/// <summary>Asks the provider once at the start, in the background, so that a wrong address is in the log before a person finds it.</summary>
internal sealed class OidcStartCheck(OidcDiscovery discovery, ILogger<OidcStartCheck> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await discovery.GetConfigurationAsync(stoppingToken);
        }
        catch (OidcUnreachable problem)
        {
            log.LogWarning(problem, "The OpenID provider cannot be used: {Problem} Sign-in by it works as soon as it can.", problem.Message);
        }
    }
}
