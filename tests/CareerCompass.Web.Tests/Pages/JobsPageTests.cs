using System.Net;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Pages;

public sealed class JobsPageTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_job_is_run_by_its_button_and_tells_how_it_went(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var admin = await app.RegisterAsync("admin@example.org");
        Assert.Contains(
            "Not run yet",
            (await admin.ReadAsync("/admin/jobs")).QuerySelector("#job-reviews")!.TextContent,
            StringComparison.Ordinal
        );

        using var ran = await admin.PostAsync(
            "/admin/jobs/reviews/run",
            (Browser.TokenField, await admin.TokenAsync("/admin/jobs"))
        );

        Assert.Equal("/admin/jobs", ran.Headers.Location?.OriginalString);
        var page = await admin.ReadAsync("/admin/jobs");
        Assert.Contains(
            "reviews ran. Result: 0.",
            page.QuerySelector(".status")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Succeeded", page.QuerySelector("#job-reviews")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await app.WithDbAsync(Guid.Empty, db =>
                db.JobStatuses.CountAsync(status => status.Job == "reviews" && status.Runs == 1)
            )
        );
        using var unknown = await admin.PostAsync(
            "/admin/jobs/lunch/run",
            (Browser.TokenField, await admin.TokenAsync("/admin/jobs"))
        );
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_long_error_is_folded()
    {
        await using var app = await TestApp.StartAsync(settings: ("Jobs:Enabled", "false"));
        var admin = await app.RegisterAsync("admin@example.org");
        await app.WithDbAsync(Guid.Empty, db =>
            JobStatus.RecordAsync(
                db,
                "reviews",
                app.Clock.Now,
                app.Clock.Now.AddMilliseconds(1500),
                0,
                new string('x', 5000)
            )
        );

        var page = await admin.ReadAsync("/admin/jobs");

        Assert.True(page.QuerySelector("details.trouble summary")!.TextContent.Length < 200);
        Assert.Contains("Failed", page.QuerySelector("#job-reviews")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "took 1 s",
            page.QuerySelector("section[aria-labelledby=job-reviews]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Jobs:Enabled", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_runs_is_not_started_a_second_time_and_its_error_is_not_hidden()
    {
        var app = await apps.OnAsync(TestDatabase.Sqlite);
        var runner = app.Services.GetRequiredService<JobRunner>();
        var end = new TaskCompletionSource<int>();
        var job = new RecurringJob("slow", "0 0 0 * * ?", (_, _, _) => end.Task);

        var first = runner.TryStart(job);
        Assert.NotNull(first);
        Assert.Null(runner.TryStart(job));
        Assert.True(runner.IsRunning(job));
        end.SetException(new TimeoutException("It took too long."));

        Assert.Equal("It took too long.", (await Assert.ThrowsAsync<TimeoutException>(() => first)).Message);
        Assert.False(runner.IsRunning(job));
        Assert.Equal(
            "It took too long.",
            await app.WithDbAsync(Guid.Empty, db => db.JobStatuses.Select(status => status.Error).SingleAsync())
        );
    }

    [Fact]
    public async Task A_database_that_is_gone_does_not_hide_what_the_job_failed_of()
    {
        await using var app = await TestApp.StartAsync();
        var job = new RecurringJob("doomed", "0 0 0 * * ?", async (services, _, cancellation) =>
        {
            await services
                .GetRequiredService<CompassDb>()
                .Database.ExecuteSqlRawAsync("DROP TABLE \"JobStatuses\"", cancellation);
            throw new TimeoutException("The job's own error.");
        });

        Assert.Equal(
            "The job's own error.",
            (await Assert.ThrowsAsync<TimeoutException>(() => app.RunAsync(job))).Message
        );
        Assert.Contains(app.Log.Lines, line => line.Contains("could not be recorded", StringComparison.Ordinal));
    }
}
