using CareerCompass.Web.Data;
using Microsoft.Data.Sqlite;

namespace CareerCompass.Web.Commands.Doctor;

/// <summary>Settings that nobody reads or that contradict each other.</summary>
internal static class SettingsCheck
{
    /// <summary>All settings there are; a star stands for a number. Those of the framework, such as Logging, are not looked at.</summary>
    public static readonly string[] Known =
    [
        "App:PublicUrl", "Backup:Folder", "Clock:Offset", "Data:Folder", "Database:Provider", "Database:ConnectionString", "Jobs:Enabled",
        "Mail:From", "Mail:Smtp:Host", "Mail:Smtp:Port", "Mail:Smtp:User", "Mail:Smtp:Password", "Mail:Smtp:StartTls", "Mail:Smtp:TimeoutSeconds",
        "Oidc:Authority", "Oidc:ClientId", "Oidc:ClientSecret", "Oidc:Name", "Oidc:Scopes", "Oidc:Register", "Oidc:Only", "Oidc:LinkByVerifiedEmail",
        "Oidc:RequireHttps", "Otlp:Endpoint", "Otlp:Protocol", "Otlp:Seconds", "Proxy:KnownNetworks:*", "Registration:Mode", "Setup:Code",
        "SignIn:TriesPerAddress", "SignIn:TriesPerAccount",
    ];

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
        var sections = Known.Select(key => key.Split(':')[0]).Distinct().ToList();
        foreach (var (key, _) in configuration.AsEnumerable().Where(pair => pair.Value is not null))
        {
            var parts = key.Split(':');
            if (parts.Length > 1 && sections.Contains(parts[0], StringComparer.OrdinalIgnoreCase) && !Known.Any(known => Fits(known.Split(':'), parts)))
            {
                var near = Known.MinBy(known => Distance(known, key))!;
                yield return Distance(near, key) <= 3 ? $"{key} (is {near} meant?)" : key;
            }
            else if (parts.Length > 1 && sections.Find(section => !section.Equals(parts[0], Any) && Distance(section, parts[0]) <= 2) is { } like
                && Known.Any(known => Fits(known.Split(':'), [like, .. parts[1..]])))
            {
                yield return $"{key} (is {like} meant?)";
            }
            else if (parts.Length == 1 && Known.FirstOrDefault(known => known.Replace(':', '_').Equals(key, Any)) is { } meant)
            {
                yield return $"{key} (the environment wants two underscores: {meant.Replace(":", "__", StringComparison.Ordinal)})";
            }
        }
    }

    private static bool Fits(string[] known, string[] key) =>
        known.Length == key.Length && known.Zip(key).All(pair => pair.First == "*" || pair.First.Equals(pair.Second, Any));

    /// <summary>How many letters have to change, come or go.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var (letter, i) in one.Select((letter, i) => (char.ToUpperInvariant(letter), i)))
        {
            var (corner, left) = (row[0], i + 1);
            row[0] = left;
            for (var j = 0; j < other.Length; j++)
            {
                left = Math.Min(Math.Min(left, row[j + 1]) + 1, corner + (letter == char.ToUpperInvariant(other[j]) ? 0 : 1));
                (corner, row[j + 1]) = (row[j + 1], left);
            }
        }

        return row[^1];
    }
}
