using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Jobs.Engine;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Whether the jobs run.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class JobsModel(PageTools tools, JobRunner runner, IConfiguration configuration) : AppPage(tools)
{
    private const int Runs = 30;

    public IReadOnlyList<JobRun> LastRuns { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Whether this instance ticks them.</summary>
    public bool Ticks { get; } = configuration.GetValue("Jobs:Enabled", true);

    public override async Task<IActionResult> OnGetAsync()
    {
        LastRuns = await Db.JobRuns.AsNoTracking().OrderByDescending(run => run.Id).Take(Runs).ToListAsync();
        var groups = await Db.JobRuns.GroupBy(run => run.Job)
            .Select(group => new { group.Key, Runs = group.Count(), Failed = group.Count(run => run.Error != null), Last = group.Max(run => run.StartedAt) }).ToListAsync();
        var lasts = groups.ConvertAll(group => group.Last);
        var last = await Db.JobRuns.AsNoTracking().Where(run => lasts.Contains(run.StartedAt)).ToListAsync();
        Rows =
        [
            .. Job.All.Select(job =>
            {
                var group = groups.Find(group => group.Key == job.Name);
                var run = last.Where(run => run.Job == job.Name).MaxBy(run => run.StartedAt);
                return new Row(job.Name, runner.IsRunning(job), run, group?.Runs ?? 0, group?.Failed ?? 0, Ticks ? Scheduler.NextAfter(job, Now) : null);
            }),
        ];
        return Page();
    }

    public string What(string job) => job switch
    {
        "sweep" => T["Opens the reviews that are due, looks at everybody’s goals once a day, and owes reminders."],
        "nudges" => T["Owes the one nudge about a review that was left open, and reminders that were moved to a day."],
        "delivery" => T["Sends the e-mail that is owed."],
        "housekeeping" => T["Empties Trash after its days, and drops what is no longer needed."],
        "backup" => T["Copies the database, and checks the copy."],
        _ => "",
    };

    public string Took(JobRun run) => (run.EndedAt - run.StartedAt) switch
    {
        null => "–",
        { TotalSeconds: < 1 } took => T["{0} ms", (int)took.TotalMilliseconds],
        { TotalMinutes: < 1 } took => T["{0} s", (int)took.TotalSeconds],
        { } took => T.Minutes((int)took.TotalMinutes),
    };

    /// <param name="Last">Of the days that runs are kept.</param>
    public sealed record Row(string Name, bool IsRunning, JobRun? Last, int Runs, int Failed, DateTime? Next);
}
