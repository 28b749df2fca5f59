using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class JobsModel(PageDependencies tools, JobRunner runner, JobSettings settings) : AppPage(tools)
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Whether this instance runs the jobs.</summary>
    public bool IsEnabled => settings.Enabled;

    public override async Task<IActionResult> OnGetAsync()
    {
        var statuses = await Db.JobStatuses.AsNoTracking().ToDictionaryAsync(status => status.Job);
        Rows =
        [
            .. RecurringJob.All.Select(job => new Row(
                job.Name,
                runner.IsRunning(job),
                statuses.GetValueOrDefault(job.Name),
                IsEnabled ? job.NextAfter(Now) : null
            )),
        ];
        return Page();
    }

    public string Describe(string job) =>
        job switch
        {
            "reviews" => T["Opens due reviews, checks everyone’s goals once a day, and queues reminders."],
            "nudges" => T["Queues one nudge for each review left open, and postponed reminders."],
            "delivery" => T["Sends the e-mails in the queue."],
            "housekeeping" => T["Empties Trash after 30 days, and deletes what has expired."],
            "backup" => T["Backs up the database and verifies the backup."],
            _ => "",
        };

    public string FormatDuration(JobStatus status) =>
        (status.EndedAt - status.StartedAt) switch
        {
            { TotalSeconds: < 1 } took => T["{0} ms", (int)took.TotalMilliseconds],
            { TotalMinutes: < 1 } took => T["{0} s", (int)took.TotalSeconds],
            var took => T.Minutes((int)took.TotalMinutes),
        };

    public sealed record Row(string Name, bool IsRunning, JobStatus? Last, DateTime? Next);
}
