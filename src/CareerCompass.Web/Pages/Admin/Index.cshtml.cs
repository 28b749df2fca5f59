using System.Diagnostics;
using System.Reflection;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class IndexModel(
    PageDependencies tools,
    MailSettings mail,
    HealthCheckService health,
    PublicUrlDiagnostics publicUrlDiagnostics,
    IEnumerable<AdminWarning> warnings,
    IServiceProvider services
) : AppPage(tools)
{
    private const int CommitLetters = 7;

    public static string Version { get; } =
        Shorten(
            typeof(IndexModel)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion
        );

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public IReadOnlyList<(string Name, HealthReportEntry Entry)> Health { get; private set; } = [];

    public int People { get; private set; }

    /// <summary>In bytes.</summary>
    public long DatabaseSize { get; private set; }

    public string Database => Db.Database.IsSqlite() ? T["SQLite, a file in the data folder"] : T["PostgreSQL"];

    public string Delivery =>
        mail.UsesSmtp
            ? T["through {0}, port {1}", mail.Smtp.Host!, mail.Smtp.Port]
            : T["as files in the folder {0}", mail.Folder];

    /// <summary>The administrator's own address and origin: the first thing to check behind a proxy.</summary>
    public string BrowserAddress =>
        T[
            "{0} from {1}",
            PublicUrlDiagnostics.BrowserAddressOf(Request).Address.GetLeftPart(UriPartial.Authority),
            HttpContext.Connection.RemoteIpAddress?.ToString() ?? "?"
        ];

    public string Uptime
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            var up = TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime();
            return up.TotalDays >= 2 ? T["{0} days", (int)up.TotalDays] : T.Minutes((int)up.TotalMinutes);
        }
    }

    public override async Task<IActionResult> OnGetAsync()
    {
        People = await Db.Users.CountAsync(user => !user.IsDemo);
        DatabaseSize = Db.Database.IsSqlite()
            ? await Db
                .Database.SqlQuery<long>(
                    $"SELECT page_count * page_size AS Value FROM pragma_page_count(), pragma_page_size()"
                )
                .SingleAsync()
            : await Db
                .Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"")
                .SingleAsync();
        Health =
        [
            .. (await health.CheckHealthAsync(HttpContext.RequestAborted))
                .Entries.Select(entry => (entry.Key, entry.Value))
                .OrderBy(row => row.Value.Status),
        ];
        Warnings =
        [
            .. warnings.Select(warning => warning.GetMessage(services, T)).OfType<string>(),
            .. publicUrlDiagnostics.Describe(T),
        ];
        return Page();
    }

    public string Name(string check) =>
        check switch
        {
            "database" => T["Database"],
            "reviews" => T["Reviews open on time"],
            "mail" => T["Mail delivery"],
            "backup" => T["Backups"],
            _ => T[check],
        };

    public string Bytes(long bytes) =>
        bytes switch
        {
            < 1 << 20 => T["{0} KB", bytes >> 10],
            < 1 << 30 => T["{0} MB", bytes >> 20],
            _ => T["{0} GB", Math.Round(bytes / (double)(1 << 30), 1)],
        };

    private static string Shorten(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && plus + 1 + CommitLetters < version.Length
            ? version[..(plus + 1 + CommitLetters)]
            : version;
}
