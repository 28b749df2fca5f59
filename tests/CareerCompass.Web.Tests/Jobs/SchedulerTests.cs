using CareerCompass.Web.Jobs;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class SchedulerTests
{
    [Fact]
    public async Task Each_job_runs_at_start_and_keeps_its_run()
    {
        await using var app = await TestApp.StartAsync(settings: ("Jobs:Enabled", "true"));
        var deadline = TimeProvider.System.GetTimestamp();
        var seen = new List<string>();
        while (seen.Count < Job.All.Count && TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30))
        {
            seen = await app.WithDbAsync(Guid.Empty, db => db.JobRuns.Where(run => run.EndedAt != null && run.Error == null).Select(run => run.Job).Distinct().ToListAsync());
        }

        Assert.Equal(Job.All.Select(job => job.Name).Order(), seen.Order());
    }

    [Fact]
    public void Sweep_and_delivery_tick_each_minute() =>
        Assert.All([Job.Sweep, Job.Delivery], job => Assert.Equal("0 * * * * ?", job.Cron));
}
