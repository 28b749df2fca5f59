using System.Reflection;
using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>What whoever runs the server has to know: does mail arrive, do the jobs run. Envelopes only, nothing of what people plan.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class IndexModel(PageTools tools, MailSettings mail) : AppPage(tools)
{
    private const int Envelopes = 50;
    private const int Runs = 30;

    private const int CommitLetters = 7;

    /// <summary>The version, with the commit it was built from where that is known.</summary>
    public static string Version { get; } = Shorten(
        typeof(IndexModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    public string Database => Db.Database.IsSqlite() ? T["SQLite, a file in the data folder"] : T["PostgreSQL"];

    public string Delivery => mail.UsesSmtp
        ? T["to {0}, port {1}", mail.Smtp.Host!, mail.Smtp.Port] : T["as files in the folder {0}", mail.Folder];

    public IReadOnlyList<Envelope> Mail { get; private set; } = [];

    public IReadOnlyList<(MessageState State, int Count)> States { get; private set; } = [];

    public IReadOnlyList<JobRun> LastRuns { get; private set; } = [];

    public IReadOnlyList<JobSummary> Jobs { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        var messages = Db.Messages.IgnoreQueryFilters([Filters.Owner]).AsNoTracking();
        // Ids sort by when they were made, and have an index
        Mail = await messages.OrderByDescending(message => message.Id).Take(Envelopes).Select(message => new Envelope(
            message.Kind, Db.Users.First(user => user.Id == message.OwnerId).Email, message.State, message.Attempts, message.CreatedAt, message.SentAt, message.Error))
            .ToListAsync();
        var states = await messages.GroupBy(message => message.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
        States = [.. Enum.GetValues<MessageState>().Select(state => (state, states.Find(row => row.Key == state)?.Count ?? 0))];
        LastRuns = await Db.JobRuns.AsNoTracking().OrderByDescending(run => run.Id).Take(Runs).ToListAsync();
        Jobs = await Db.JobRuns.GroupBy(run => run.Job)
            .Select(group => new JobSummary(group.Key, group.Max(run => run.StartedAt), group.Count(), group.Count(run => run.Error != null)))
            .ToListAsync();
        return Page();
    }

    public string Name(MessageKind kind) => kind switch
    {
        MessageKind.ReviewReminder => T["Review reminder"],
        MessageKind.ConfirmEmail => T["Address to confirm"],
        _ => T["New password"],
    };

    private static string Shorten(string version) =>
        version.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && plus + 1 + CommitLetters < version.Length ? version[..(plus + 1 + CommitLetters)] : version;

    public sealed record Envelope(MessageKind Kind, string? To, MessageState State, int Attempts, DateTime CreatedAt, DateTime? SentAt, string? Error);

    /// <summary>A job in the days that its runs are kept.</summary>
    public sealed record JobSummary(string Name, DateTime LastAt, int Runs, int Failures);
}
