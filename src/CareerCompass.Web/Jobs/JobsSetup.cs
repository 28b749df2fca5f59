using CareerCompass.Web.Data;
using CareerCompass.Web.Jobs.Engine;
using CareerCompass.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareerCompass.Web.Jobs;

internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReviewSweep>();
        builder.Services.AddScoped<ReviewNudges>();
        builder.Services.AddScoped<MailDelivery>();
        builder.Services.AddScoped<Housekeeping>();
        builder.Services.AddSingleton<MailWatch>();
        builder.Services.AddScoped<NightlyBackup>();
        builder.Services.AddScoped<BackupState>();
        builder.Services.AddSingleton<JobRunner>();
        if (builder.Configuration.GetValue("Jobs:Enabled", true))
        {
            var data = builder.Configuration.GetSection("Database").Get<DataSettings>();
            builder.Services.AddScheduler(Job.All, cluster: data?.Provider == DatabaseProvider.Postgres ? data.ConnectionString : null);
        }

        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<SweepHealth>("sweep")
            .AddCheck<MailHealth>("mail")
            .AddCheck<BackupHealth>("backup");
    }

    private sealed class DatabaseHealth(CompassDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }

    /// <summary>The sweep should have run in the last minutes, and without an error.</summary>
    private sealed class SweepHealth(CompassDb db, TimeProvider clock) : IHealthCheck
    {
        private static readonly TimeSpan Stale = TimeSpan.FromMinutes(5);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var last = await db.JobRuns.Where(run => run.Job == Job.Sweep.Name).OrderByDescending(run => run.StartedAt).FirstOrDefaultAsync(cancellationToken);
            return last switch
            {
                null => HealthCheckResult.Degraded("The sweep has not run yet."),
                { Error: not null } => HealthCheckResult.Degraded("The last sweep failed."),
                _ when clock.GetUtcNow().UtcDateTime - last.StartedAt > Stale => HealthCheckResult.Degraded("The sweep has not run for more than five minutes."),
                _ => HealthCheckResult.Healthy(),
            };
        }
    }

    /// <summary>No message may be failing, or wait long after it was due.</summary>
    private sealed class MailHealth(MailWatch watch) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await watch.LookAsync(cancellationToken) is { IsWell: false } unwell
                ? HealthCheckResult.Degraded($"{unwell.Waiting} messages wait and {unwell.Failed} have failed ({unwell.Fault?.ToString() ?? "nobody delivers them"}).")
                : HealthCheckResult.Healthy();
    }
}
