using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareerCompass.Web.Jobs;

internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReviewSweep>();
        builder.Services.AddScoped<ReviewNudges>();
        builder.Services.AddScoped<OutboxDelivery>();
        builder.Services.AddScoped<Housekeeping>();
        builder.Services.AddSingleton<MailMonitor>();
        builder.Services.AddScoped<NightlyBackup>();
        builder.Services.AddScoped<BackupMonitor>();
        builder.Services.AddSingleton<JobRunner>();
        var settings = builder.Configuration.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<HangfireScheduler>();
        if (settings.Enabled)
        {
            builder.Services.AddHostedService(services => services.GetRequiredService<HangfireScheduler>());
        }

        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database")
            .AddCheck<ReviewsHealthCheck>("reviews")
            .AddCheck<MailHealthCheck>("mail")
            .AddCheck<BackupHealthCheck>("backup");
    }

    private sealed class DatabaseHealthCheck(CompassDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) =>
            await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database does not answer.");
    }

    private sealed class ReviewsHealthCheck(CompassDb db, TimeProvider clock) : IHealthCheck
    {
        private static readonly TimeSpan Stale = TimeSpan.FromMinutes(5);

        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        )
        {
            var last = await db
                .JobStatuses.AsNoTracking()
                .SingleOrDefaultAsync(status => status.Job == RecurringJob.Reviews.Name, cancellationToken);
            return last switch
            {
                null => HealthCheckResult.Degraded("The job that opens reviews has not run yet."),
                { HasFailed: true } => HealthCheckResult.Degraded(
                    "The job that opens reviews failed when it last ran."
                ),
                _ when clock.GetUtcNow().UtcDateTime - last.StartedAt > Stale => HealthCheckResult.Degraded(
                    "The job that opens reviews has not run for more than five minutes."
                ),
                _ => HealthCheckResult.Healthy(),
            };
        }
    }

    private sealed class MailHealthCheck(MailMonitor monitor) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) =>
            await monitor.CheckAsync(cancellationToken) is { IsHealthy: false } unwell
                ? HealthCheckResult.Degraded(
                    $"{unwell.Waiting} messages are waiting and {unwell.Failed} have failed "
                        + $"({unwell.Fault?.ToString() ?? "delivery is not running"})."
                )
                : HealthCheckResult.Healthy();
    }
}
