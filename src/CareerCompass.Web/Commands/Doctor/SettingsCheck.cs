using CareerCompass.Web.Data;
using Microsoft.Data.Sqlite;

namespace CareerCompass.Web.Commands.Doctor;

/// <summary>Settings that nobody reads or that contradict each other.</summary>
internal static class SettingsCheck
{
    private const StringComparison Any = StringComparison.OrdinalIgnoreCase;

    /// <summary>Also sees to it that what comes after can change nothing.</summary>
    /// <exception cref="Refusal">There is nothing to look at yet.</exception>
    public static Finding LookAndOpenReadOnly(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var folder = configuration.DataFolderPath(builder.Environment);
        if (!Directory.Exists(folder))
        {
            throw new Refusal($"The data folder {folder} does not exist. Start the app first, or name the folder: --Data:Folder=/path");
        }

        var finding = Look(configuration, builder.Environment);
        if (!string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.Postgres), Any))
        {
            var connection = new SqliteConnectionStringBuilder(configuration["Database:ConnectionString"] ?? $"Data Source={Path.Combine(folder, "compass.db")}") { Mode = SqliteOpenMode.ReadOnly };
            configuration["Database:ConnectionString"] = connection.ToString();
        }

        return finding;
    }

    public static Finding Look(IConfiguration configuration, IHostEnvironment environment)
    {
        var unknown = Unknown(configuration).Order(StringComparer.Ordinal).ToList();
        var postgres = string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.Postgres), Any);
        var connection = configuration["Database:ConnectionString"];
        var smtp = !string.IsNullOrWhiteSpace(configuration["Mail:Smtp:Host"]);
        var url = Uri.TryCreate(configuration["App:PublicUrl"], UriKind.Absolute, out var parsed) ? parsed : null;
        return (unknown, postgres, connection, url) switch
        {
            ({ Count: > 0 }, _, _, _) => Finding.Worth($"Nobody reads {string.Join(", ", unknown)}"),
            (_, false, { } to, _) when to.Contains("Host=", Any) => Finding.Broken(
                "Database:ConnectionString is one of PostgreSQL, but Database:Provider is Sqlite. Set Database:Provider to Postgres."),
            (_, true, { } to, _) when to.Contains("Data Source=", Any) => Finding.Broken(
                "Database:ConnectionString is one of SQLite, but Database:Provider is Postgres."),
            (_, _, _, { IsLoopback: true }) when smtp && environment.IsProduction() => Finding.Worth(
                $"App:PublicUrl is {url}, so links in e-mails work on this machine only. Set it to the address that people type."),
            (_, _, _, { Scheme: "http", IsLoopback: false }) => Finding.Worth($"App:PublicUrl is {url}: without https anybody on the way can read along."),
            _ when smtp && string.IsNullOrEmpty(configuration["Mail:Smtp:User"]) != string.IsNullOrEmpty(configuration["Mail:Smtp:Password"]) => Finding.Worth(
                "Of Mail:Smtp:User and Mail:Smtp:Password only one is set."),
            _ => Finding.Well($"{environment.EnvironmentName}, reached at {url}"),
        };
    }

    private static IEnumerable<string> Unknown(IConfiguration configuration)
    {
        foreach (var (key, meant) in KnownSettings.Unknown(configuration))
        {
            yield return meant is null ? key : $"{key} (is {meant} meant?)";
        }

        foreach (var setting in KnownSettings.All.Where(setting => configuration[setting.Key.Replace(':', '_')] is not null))
        {
            yield return $"{setting.Key.Replace(':', '_')} (the environment wants two underscores: {setting.Key.Replace(":", "__", StringComparison.Ordinal)})";
        }
    }
}
