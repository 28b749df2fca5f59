using System.Globalization;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Operations.Commands.Doctor;

/// <summary>The clock must not be before the build or the newest row.</summary>
internal static class ClockCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    public static async Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<CompassDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var time = now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var built = File.GetLastWriteTimeUtc(typeof(App).Assembly.Location);
        if (now + TimeSpan.FromDays(1) < built)
        {
            return CheckResult.Failed(
                $"It says {time}, which is before this app was built. Set it, and keep it in sync with NTP."
            );
        }

        var run = await db.JobStatuses.MaxAsync(row => (DateTime?)row.StartedAt, cancellation);
        var person = await db
            .People.IgnoreQueryFilters([QueryFilters.Owner])
            .MaxAsync(row => (DateTime?)row.CreatedAt, cancellation);
        if ((run > person || person is null ? run : person) is { } newest && newest > now + Tolerance)
        {
            return CheckResult.Failed(
                $"It says {time}, but the database was last written at "
                    + $"{newest.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}. Set it, and keep it "
                    + $"in sync with NTP."
            );
        }

        var paths = services.GetRequiredService<DataPaths>();
        var isRunning =
            paths.DatabaseFile is not null && File.Exists(paths.RunningLockFile) && await IsServerRunningAsync(paths);
        return isRunning && (run is null || now - run > TimeSpan.FromMinutes(5))
            ? CheckResult.Warning(
                $"It says {time}. The app is running, but its jobs have not run for five minutes. Check its log."
            )
            : CheckResult.Passed(time);
    }

    private static async Task<bool> IsServerRunningAsync(DataPaths paths)
    {
        using var alone = await FileLock.TryAcquireAsync(paths.RunningLockFile, TimeSpan.Zero);
        return alone is null;
    }
}
