using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests.Backups;

[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresToolsFactAttribute : FactAttribute
{
    /// <summary>Debian keeps pg_dump outside PATH.</summary>
    public static readonly string? Folder = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(':')
        .Concat(
            Directory.Exists("/usr/lib/postgresql")
                ? Directory
                    .GetDirectories("/usr/lib/postgresql")
                    .OrderDescending()
                    .Select(version => Path.Combine(version, "bin"))
                : []
        )
        .FirstOrDefault(folder =>
            File.Exists(Path.Combine(folder, "pg_dump")) && File.Exists(Path.Combine(folder, "psql"))
        );

    public PostgresToolsFactAttribute() =>
        Skip = PostgresServer.WhyNone ?? (Folder is null ? "pg_dump is missing: install postgresql-client" : null);
}
