using CareerCompass.Web.Persistence;
using Microsoft.Data.Sqlite;

namespace CareerCompass.Web.Operations.Commands.Doctor;

internal static class SettingsCheck
{
    private const StringComparison Any = StringComparison.OrdinalIgnoreCase;

    /// <summary>Also makes the database read-only for all later checks.</summary>
    public static CheckResult RunAndOpenReadOnly(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var folder = configuration.DataFolderPath(builder.Environment);
        if (!Directory.Exists(folder))
        {
            throw new UserFacingException(
                $"The data folder {folder} does not exist. Start the app first, or specify the folder: "
                    + $"--Data:Folder=/path"
            );
        }

        var checkResult = Run(configuration, builder.Environment);
        if (!string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.Postgres), Any))
        {
            var connection = new SqliteConnectionStringBuilder(
                configuration["Database:ConnectionString"] ?? $"Data Source={Path.Combine(folder, "compass.db")}"
            )
            {
                Mode = SqliteOpenMode.ReadOnly,
            };
            configuration["Database:ConnectionString"] = connection.ToString();
        }

        return checkResult;
    }

    public static CheckResult Run(IConfiguration configuration, IHostEnvironment environment)
    {
        var unknown = Unknown(configuration).Order(StringComparer.Ordinal).ToList();
        var postgres = string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.Postgres), Any);
        var connection = configuration["Database:ConnectionString"];
        var smtp = !string.IsNullOrWhiteSpace(configuration["Mail:Smtp:Host"]);
        var url = Uri.TryCreate(configuration["App:PublicUrl"], UriKind.Absolute, out var parsed) ? parsed : null;
        return (unknown, postgres, connection, url) switch
        {
            ({ Count: > 0 }, _, _, _) => CheckResult.Warning($"Unknown settings: {string.Join(", ", unknown)}"),
            (_, false, { } to, _) when to.Contains("Host=", Any) => CheckResult.Failed(
                "Database:ConnectionString is for PostgreSQL, but Database:Provider is Sqlite. Set "
                    + "Database:Provider to Postgres."
            ),
            (_, true, { } to, _) when to.Contains("Data Source=", Any) => CheckResult.Failed(
                "Database:ConnectionString is for SQLite, but Database:Provider is Postgres."
            ),
            (_, _, _, { IsLoopback: true }) when smtp && environment.IsProduction() => CheckResult.Warning(
                $"App:PublicUrl is {url}, so links in e-mails only work on this machine. Set it to the address "
                    + $"people use."
            ),
            (_, _, _, { Scheme: "http", IsLoopback: false }) => CheckResult.Warning(
                $"App:PublicUrl is {url}. Without https, anyone on the network can read the traffic."
            ),
            _ when smtp
                    && string.IsNullOrEmpty(configuration["Mail:Smtp:User"])
                        != string.IsNullOrEmpty(configuration["Mail:Smtp:Password"]) => CheckResult.Warning(
                "Only one of Mail:Smtp:User and Mail:Smtp:Password is set."
            ),
            _ => CheckResult.Passed($"{environment.EnvironmentName}, reached at {url}"),
        };
    }

    private static IEnumerable<string> Unknown(IConfiguration configuration)
    {
        foreach (var (key, meant) in KnownSettings.FindUnknown(configuration))
        {
            yield return meant is null ? key : $"{key} (did you mean {meant}?)";
        }

        foreach (
            var setting in KnownSettings.All.Where(setting => configuration[setting.Key.Replace(':', '_')] is not null)
        )
        {
            yield return $"{setting.Key.Replace(':', '_')} (use two underscores in environment variables: "
                + $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)})";
        }
    }
}
