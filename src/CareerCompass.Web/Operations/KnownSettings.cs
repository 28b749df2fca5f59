using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace CareerCompass.Web.Operations;

/// <summary>All settings that the app has, and where the ones in force come from.</summary>
public static class KnownSettings
{
    public static readonly IReadOnlyList<KnownSetting> All =
    [
        new("App:PublicUrl", "http://localhost:5080", "The address people reach the app at. Links in e-mails start with it, and a path in it is the one that the app is served under."),
        new("Backup:Folder", "backups", "Where backups of SQLite go, seen from the data folder. Another disk is a good place."),
        new("Data:Folder", "data", "Database, keys and e-mails as files: all that must outlive the process."),
        new("Database:Provider", "Sqlite", "Sqlite or Postgres."),
        new("Database:ConnectionString", "", "How to reach the database.", IsSecret: true),
        new("Registration:Mode", "Invite, in Development Open", "Who may open an account: Open, Invite or Closed."),
        new("Setup:Code", "", "Takes the place of the code that is printed for the first account.", IsSecret: true),
        new("Mail:From", "CareerCompass <careercompass@localhost>", "The sender of e-mails."),
        new("Mail:Smtp:Host", "", "The mail server. Without one, e-mails become files in the data folder."),
        new("Mail:Smtp:Port", "587", "Its port."),
        new("Mail:Smtp:User", "", "Who signs in to the mail server."),
        new("Mail:Smtp:Password", "", "With which password.", IsSecret: true),
        new("Mail:Smtp:StartTls", "True", "Off only for a relay on the same machine."),
        new("Mail:Smtp:ImplicitTls", "True on port 465", "Encrypts from the first byte on."),
        new("Mail:Smtp:CertificateAuthority", "", "A PEM file with the authorities that the mail server is trusted by."),
        new("Mail:Smtp:TimeoutSeconds", "30", "After so long an attempt counts as failed."),
        new("Jobs:Enabled", "True", "Whether this instance opens reviews and delivers e-mails by itself."),
        new("Jobs:Store", "Database", "Where the schedule of the jobs and its runs are kept: Database or Memory."),
        new("Jobs:ReadOnlyDashboard", "True", "Whether Hangfire’s dashboard only shows the jobs. Otherwise they can be run and deleted there."),
        new("Oidc:Authority", "", "The OpenID provider that people sign in with."),
        new("Oidc:ClientId", "", "What the provider calls this app."),
        new("Oidc:ClientSecret", "", "The app’s password there.", IsSecret: true),
        new("Oidc:Name", "", "What people call the provider."),
        new("Oidc:Scopes", "openid profile email", "What it is asked for."),
        new("Oidc:Register", "", "Whether somebody new may open an account by it."),
        new("Oidc:Only", "False", "Whether it is the only way in."),
        new("Oidc:LinkByVerifiedEmail", "False", "Whether an address that it vouches for leads to the account that has it."),
        new("Oidc:SignOutAtProvider", "False", "Whether signing out ends the session at the provider too."),
        new("Oidc:RequireHttps", "True, but for this machine", "Off only on a network that you trust in full."),
        new("Otlp:Endpoint", "", "The collector that metrics go to."),
        new("Otlp:Protocol", "http/protobuf", "http/protobuf or grpc."),
        new("Otlp:Seconds", "60", "How often they go."),
        new("Proxy:KnownNetworks", "", "Networks of proxies whose X-Forwarded headers are believed.", IsList: true),
        new("Proxy:ForwardLimit", "1", "How many proxies stand in a row."),
        new("SignIn:TriesPerAccount", "10", "How often one may try to sign in to an account before a pause. What was right does not count."),
        new("SignIn:TriesPerAddress", "100", "The same from one address."),
        new("Templates:Folder", "templates", "Where goal templates of your own are read from, seen from the data folder."),
        new("Clock:Offset", "", "Development only: moves the app’s clock."),
    ];

    private static readonly ILookup<string, KnownSetting> Sections = All.ToLookup(setting => setting.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>Each known setting with its value, null when it is only the usual one, and where that was set.</summary>
    public static IReadOnlyList<(KnownSetting Setting, string? Value, string? Source)> CurrentValue(IConfiguration configuration) =>
        [.. All.Select(setting => Keys(configuration.GetSection(setting.Key)).ToList() is { Count: > 0 } keys
            ? (setting, string.Join(", ", keys.Select(key => configuration[key])), SourceOf(configuration, keys[0]))
            : (setting, default(string), default(string)))];

    /// <summary>What is set in our sections and means nothing, with what was perhaps meant.</summary>
    public static IReadOnlyList<(string Key, string? Meant)> Unknown(IConfiguration configuration)
    {
        var all = configuration.GetChildren().SelectMany(child => child.GetChildren()).SelectMany(Keys).Order(StringComparer.OrdinalIgnoreCase);
        return [.. all.Where(key => !IsKnown(key)).Select(key => (Key: key, Meant: ClosestTo(key))).Where(row => Sections.Contains(row.Key.Split(':')[0]) || row.Meant is not null)];
    }

    private static bool IsKnown(string key) => Sections[key.Split(':')[0]].Any(setting =>
        key.Equals(setting.Key, StringComparison.OrdinalIgnoreCase) || (setting.IsList && key.StartsWith(setting.Key + ":", StringComparison.OrdinalIgnoreCase)));

    private static string? ClosestTo(string key)
    {
        var nearest = All.MinBy(setting => Distance(key.ToUpperInvariant(), setting.Key.ToUpperInvariant()))!.Key;
        return Distance(key.ToUpperInvariant(), nearest.ToUpperInvariant()) <= 3 ? nearest : null;
    }

    /// <summary>How many letters have to be put in, taken out or changed.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    /// <summary>The leaves that have a value.</summary>
    private static IEnumerable<string> Keys(IConfigurationSection section) =>
        (string.IsNullOrEmpty(section.Value) ? [] : new[] { section.Path }).Concat(section.GetChildren().SelectMany(Keys));

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
