using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Runs a job now. What takes long goes on behind the page.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class RunJobModel(PageTools tools, JobRunner runner, ILogger<RunJobModel> log) : ActionPage(tools)
{
    /// <summary>So long the page waits to tell how it went.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [FromRoute]
    public string JobName { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (Find() is not { } job)
        {
            return NotFound();
        }

        log.LogInformation("Administrator {Admin} runs job {Job}", Me.Id, job.Name);
        if (runner.TryStart(job) is not { } run)
        {
            return Done(T["{0} is running already.", job.Name], "~/admin/jobs");
        }

        await Task.WhenAny(run, Task.Delay(Patience, HttpContext.RequestAborted));
        return Done(
            run switch
            {
                { IsCompletedSuccessfully: true } => T["{0} ran and did {1}.", job.Name, await run],
                { IsCompleted: true } => T["{0} ran and failed. What went wrong stands below.", job.Name],
                _ => T["{0} takes a while and goes on running. Load this page again to see how it went.", job.Name],
            },
            "~/admin/jobs");
    }

    protected override Task<string?> HomeAsync() => Task.FromResult(Find() is null ? null : "~/admin/jobs");

    private Job? Find() => Job.All.FirstOrDefault(job => job.Name == JobName);
}
