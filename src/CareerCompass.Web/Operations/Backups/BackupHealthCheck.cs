using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareerCompass.Web.Operations.Backups;

internal sealed class BackupHealthCheck(BackupMonitor state) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await state.FindProblemAsync(cancellationToken) is { } trouble
            ? HealthCheckResult.Degraded(trouble)
            : HealthCheckResult.Healthy();
}
