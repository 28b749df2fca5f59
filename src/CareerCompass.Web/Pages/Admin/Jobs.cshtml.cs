using CareerCompass.Web.Data;
using CareerCompass.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Whether the jobs run.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class JobsModel(PageTools tools) : AppPage(tools)
{
    private const int Runs = 30;

    public IReadOnlyList<JobRun> LastRuns { get; private set; } = [];

    public IReadOnlyList<JobSummary> Jobs { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync()
    {
        LastRuns = await Db.JobRuns.AsNoTracking().OrderByDescending(run => run.Id).Take(Runs).ToListAsync();
        Jobs = await Db.JobRuns.GroupBy(run => run.Job)
            .Select(group => new JobSummary(group.Key, group.Max(run => run.StartedAt), group.Count(), group.Count(run => run.Error != null)))
            .ToListAsync();
        return Page();
    }

    /// <summary>A job in the days that its runs are kept.</summary>
    public sealed record JobSummary(string Name, DateTime LastAt, int Runs, int Failures);
}
