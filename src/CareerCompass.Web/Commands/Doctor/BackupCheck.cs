using System.Globalization;
using CareerCompass.Web.Data;
using CareerCompass.Web.Data.Backups;
using CareerCompass.Web.Jobs;

namespace CareerCompass.Web.Commands.Doctor;

/// <summary>Whether there is a young backup that can be read back.</summary>
internal static class BackupCheck
{
    public static async Task<Finding> LookAsync(IServiceProvider services, CancellationToken cancellation)
    {
        if (services.GetRequiredService<DataPlaces>() is { DatabaseFile: null })
        {
            return Finding.Worth("The database is PostgreSQL, so they are up to you: pg_dump each night, and try out pg_restore.");
        }

        if (services.GetRequiredService<Backups>().List() is not [var newest, ..])
        {
            return Finding.Worth($"There is none yet. The app takes one each night; now: {App.Line("backup")}");
        }

        Archive.Verify(newest.Path, cancellation);
        var trouble = await services.GetRequiredService<BackupState>().TroubleAsync(cancellation);
        var age = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - newest.TakenAt;
        return trouble is not null ? Finding.Broken(trouble)
            : Finding.Well(string.Create(CultureInfo.InvariantCulture, $"the newest, {Path.GetFileName(newest.Path)}, is {age.TotalHours:0} hours old and can be read back"));
    }
}
