using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace CareerCompass.Web.Operations;

public static class KnownSettings
{
    public static readonly IReadOnlyList<KnownSetting> All =
    [
        new(
            "App:PublicUrl",
            "http://localhost:5080",
            "The address people use to reach the app. Links in e-mails start with it. If it has a path, the app is "
                + "served under that path."
        ),
        new(
            "Backup:Folder",
            "backups",
            "The folder for SQLite backups, relative to the data folder. A different disk is a good choice."
        ),
        new(
            "Data:Folder",
            "data",
            "The folder for the database, keys and e-mails written as files: everything that must be kept."
        ),
        new("Database:Provider", "Sqlite", "Sqlite or Postgres."),
        new("Database:ConnectionString", "", "The connection string of the database.", IsSecret: true),
        new("Registration:Mode", "Invite (Open in Development)", "Who can create an account: Open, Invite or Closed."),
        new("Setup:Code", "", "Replaces the code that is printed for creating the first account.", IsSecret: true),
        new("Mail:From", "CareerCompass <careercompass@localhost>", "The sender of e-mails."),
        new("Mail:Smtp:Host", "", "The mail server. Without one, e-mails are written as files to the data folder."),
        new("Mail:Smtp:Port", "587", "The port of the mail server."),
        new("Mail:Smtp:User", "", "The user name for the mail server."),
        new("Mail:Smtp:Password", "", "The password for the mail server.", IsSecret: true),
        new(
            "Mail:Smtp:StartTls",
            "True",
            "Whether to require STARTTLS. Turn this off only for a relay on the same machine."
        ),
        new("Mail:Smtp:ImplicitTls", "True on port 465", "Whether to encrypt the connection from the start."),
        new(
            "Mail:Smtp:CertificateAuthority",
            "",
            "A PEM file with the certificate authorities to trust for the mail server."
        ),
        new("Mail:Smtp:TimeoutSeconds", "30", "How many seconds an attempt may take before it counts as failed."),
        new("Jobs:Enabled", "True", "Whether this instance runs the jobs that open reviews and deliver e-mails."),
        new("Jobs:Store", "Database", "Where the job schedule and past runs are stored: Database or Memory."),
        new(
            "Jobs:ReadOnlyDashboard",
            "True",
            "Whether the Hangfire dashboard is read-only. Otherwise jobs can be run and deleted there."
        ),
        new("Oidc:Authority", "", "The address of the OpenID provider that people sign in with."),
        new("Oidc:ClientId", "", "The client ID of this app at the provider."),
        new("Oidc:ClientSecret", "", "The client secret of this app at the provider.", IsSecret: true),
        new("Oidc:Name", "", "The name of the provider, as shown to people."),
        new("Oidc:Scopes", "openid profile email", "The scopes requested from the provider."),
        new("Oidc:Register", "", "Whether new people can create an account through the provider."),
        new("Oidc:Only", "False", "Whether the provider is the only way to sign in."),
        new(
            "Oidc:LinkByVerifiedEmail",
            "False",
            "Whether an e-mail address verified by the provider signs in to the account that has it."
        ),
        new("Oidc:SignOutAtProvider", "False", "Whether signing out also ends the session at the provider."),
        new(
            "Oidc:RequireHttps",
            "True, except for this machine",
            "Whether the provider must use https. Turn this off only on a fully trusted network."
        ),
        new("Otlp:Endpoint", "", "The OpenTelemetry collector that metrics are sent to."),
        new("Otlp:Protocol", "http/protobuf", "http/protobuf or grpc."),
        new("Otlp:Seconds", "60", "How often metrics are sent, in seconds."),
        new("Proxy:KnownNetworks", "", "Networks of proxies whose X-Forwarded headers are trusted.", IsList: true),
        new("Proxy:ForwardLimit", "1", "The number of proxies in front of the app."),
        new(
            "SignIn:TriesPerAccount",
            "10",
            "How many failed sign-in attempts an account allows before it is locked for a while."
        ),
        new("SignIn:TriesPerAddress", "100", "The same for one IP address."),
        new("Templates:Folder", "templates", "The folder for your own goal templates, relative to the data folder."),
        new("Clock:Offset", "", "Development only: moves the app’s clock."),
    ];

    private static readonly ILookup<string, KnownSetting> Sections = All.ToLookup(
        setting => setting.Key.Split(':')[0],
        StringComparer.OrdinalIgnoreCase
    );

    /// <returns>The value is null for the default.</returns>
    public static IReadOnlyList<(KnownSetting Setting, string? Value, string? Source)> GetEffective(
        IConfiguration configuration
    ) =>
        [
            .. All.Select(setting =>
                Keys(configuration.GetSection(setting.Key)).ToList() is { Count: > 0 } keys
                    ? (
                        setting,
                        string.Join(", ", keys.Select(key => configuration[key])),
                        SourceOf(configuration, keys[0])
                    )
                    : (setting, default(string), default(string))
            ),
        ];

    public static IReadOnlyList<(string Key, string? Meant)> FindUnknown(IConfiguration configuration)
    {
        var all = configuration
            .GetChildren()
            .SelectMany(child => child.GetChildren())
            .SelectMany(Keys)
            .Order(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. all.Where(key => !IsKnown(key))
                .Select(key => (Key: key, Meant: ClosestTo(key)))
                .Where(row => Sections.Contains(row.Key.Split(':')[0]) || row.Meant is not null),
        ];
    }

    private static bool IsKnown(string key) =>
        Sections[key.Split(':')[0]]
            .Any(setting =>
                key.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)
                || (setting.IsList && key.StartsWith(setting.Key + ":", StringComparison.OrdinalIgnoreCase))
            );

    private static string? ClosestTo(string key)
    {
        var nearest = All.MinBy(setting => Distance(key.ToUpperInvariant(), setting.Key.ToUpperInvariant()))!.Key;
        return Distance(key.ToUpperInvariant(), nearest.ToUpperInvariant()) <= 3 ? nearest : null;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (corner, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1))
                );
            }
        }

        return row[^1];
    }

    private static IEnumerable<string> Keys(IConfigurationSection section) =>
        (string.IsNullOrEmpty(section.Value) ? [] : new[] { section.Path }).Concat(
            section.GetChildren().SelectMany(Keys)
        );

    private static string? SourceOf(IConfiguration configuration, string key)
    {
        foreach (var provider in (configuration as IConfigurationRoot)?.Providers.Reverse() ?? [])
        {
            if (provider.TryGet(key, out var value) && !string.IsNullOrEmpty(value))
            {
                return provider switch
                {
                    JsonConfigurationProvider file => file.Source.Path,
                    EnvironmentVariablesConfigurationProvider => "environment",
                    CommandLineConfigurationProvider => "command line",
                    ChainedConfigurationProvider chained => SourceOf(chained.Configuration, key) ?? "host",
                    _ => "app",
                };
            }
        }

        return null;
    }
}
