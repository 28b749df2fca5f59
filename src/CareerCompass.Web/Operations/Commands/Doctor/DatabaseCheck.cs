using System.Globalization;
using CareerCompass.Web.Operations.Backups;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class DatabaseCheck
{
    public static async Task<CheckResult> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var (db, paths) = (services.GetRequiredService<CompassDb>(), services.GetRequiredService<DataPaths>());
        if (paths.DatabaseFile is { } file && !File.Exists(file))
        {
            return CheckResult.Failed(
                $"There is none at {file}. The first start creates it. If there should already be one, check "
                    + $"Data:Folder first."
            );
        }

        await db.Database.OpenConnectionAsync(cancellation);
        await db.RejectNewerDatabaseAsync(services.GetRequiredService<BackupStore>().List());
        if (await db.PendingMigrationsAsync() is { Count: > 0 } pending)
        {
            return CheckResult.Warning(
                $"It is from an older version: {string.Join(", ", pending)} will be applied at the next start."
            );
        }

        if (paths.DatabaseFile is null)
        {
            var version = await db
                .Database.SqlQuery<string>($"""SELECT current_setting('server_version') AS "Value" """)
                .SingleAsync(cancellation);
            return CheckResult.Passed($"PostgreSQL {version}, up to date");
        }

        var check = await db
            .Database.SqlQuery<string>($"""SELECT quick_check AS "Value" FROM pragma_quick_check""")
            .ToListAsync(cancellation);
        if (check is not ["ok"])
        {
            return CheckResult.Failed(
                $"It is damaged ({check[0]}). Restore the newest backup: {App.FormatCommand("restore --help")}"
            );
        }

        var mode = await db
            .Database.SqlQuery<string>($"""SELECT journal_mode AS "Value" FROM pragma_journal_mode""")
            .SingleAsync(cancellation);
        return mode == "wal"
            ? CheckResult.Passed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SQLite at {paths.DatabaseFile}, up to date, "
                        + $"{new FileInfo(paths.DatabaseFile).Length / 1e6:0.0} MB, intact"
                )
            )
            : CheckResult.Warning(
                $"It does not use a write-ahead log (its journal mode is {mode}), so readers wait for writers. The "
                    + $"next start fixes this."
            );
    }
}
