using System.Reflection;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>What whoever runs the server has to know at a glance.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class IndexModel(PageTools tools, MailSettings mail) : AppPage(tools)
{
    private const int CommitLetters = 7;

    /// <summary>The version, with the commit it was built from where that is known.</summary>
    public static string Version { get; } = Shorten(
        typeof(IndexModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    public string Database => Db.Database.IsSqlite() ? T["SQLite, a file in the data folder"] : T["PostgreSQL"];

    public string Delivery => mail.UsesSmtp
        ? T["to {0}, port {1}", mail.Smtp.Host!, mail.Smtp.Port] : T["as files in the folder {0}", mail.Folder];

    public override Task<IActionResult> OnGetAsync() => Task.FromResult<IActionResult>(Page());

    private static string Shorten(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && plus + 1 + CommitLetters < version.Length ? version[..(plus + 1 + CommitLetters)] : version;
}
