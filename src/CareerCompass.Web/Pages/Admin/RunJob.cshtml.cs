using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Pages.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CareerCompass.Web.Pages.Admin;

/// <summary>Runs a job now. A long run continues in the background.</summary>
[Authorize(Policy = CurrentUser.AdminPolicy)]
public sealed class RunJobModel(PageDependencies tools, JobRunner runner, ILogger<RunJobModel> log) : ActionPage(tools)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [FromRoute]
    public string JobName { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        if (Find() is not { } job)
        {
            return NotFound();
        }

        log.LogInformation("Administrator {Admin} runs job {Job}", Person.Id, job.Name);
        if (runner.TryStart(job) is not { } run)
        {
            return Done(T["{0} is already running.", job.Name], "~/admin/jobs");
        }

        await Task.WhenAny(run, Task.Delay(Patience, HttpContext.RequestAborted));
        return Done(
            run switch
            {
                { IsCompletedSuccessfully: true } => T["{0} ran. Result: {1}.", job.Name, await run],
                { IsCompleted: true } => T["{0} failed. See below for the reason.", job.Name],
                _ => T[
                    "{0} is taking a while and continues in the background. Reload this page to see how it went.",
                    job.Name
                ],
            },
            "~/admin/jobs"
        );
    }

    protected override Task<string?> FindHomePathAsync() => Task.FromResult(Find() is null ? null : "~/admin/jobs");

    private RecurringJob? Find() => RecurringJob.Find(JobName);
}
