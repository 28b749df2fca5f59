using System.Globalization;
using CareerCompass.Web.Operations.Backups;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class BackupCheck
{
    public static async Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        if (services.GetRequiredService<DataPaths>() is { DatabaseFile: null })
        {
            return CheckResult.Warning(
                "The database is PostgreSQL, so backups are up to you: run pg_dump every night, and test pg_restore."
            );
        }

        if (services.GetRequiredService<BackupStore>().List() is not [var newest, ..])
        {
            return CheckResult.Warning(
                $"There is none yet. The app takes one every night. To take one now, run: {App.FormatCommand("backup")}"
            );
        }

        BackupArchive.Verify(newest.Path, cancellation);
        var trouble = await services.GetRequiredService<BackupMonitor>().FindProblemAsync(cancellation);
        var age = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - newest.TakenAt;
        return trouble is not null
            ? CheckResult.Failed(trouble)
            : CheckResult.Passed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the newest, {Path.GetFileName(newest.Path)}, is {age.TotalHours:0} hours old and readable"
                )
            );
    }
}
