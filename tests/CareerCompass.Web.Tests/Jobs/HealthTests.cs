using System.Net;
using System.Text.Json;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class HealthTests(TestApps apps) : IClassFixture<TestApps>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Reviews_that_no_longer_open_are_reported(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        Assert.Equal(("Degraded", "reviews"), await ReadyAsync(app));

        await app.RunAsync(RecurringJob.Reviews);
        Assert.Equal(("Healthy", ""), await ReadyAsync(app));

        app.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal(("Healthy", ""), await ReadyAsync(app));
        app.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(("Degraded", "reviews"), await ReadyAsync(app));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Mail_that_fails_or_waits_too_long_is_reported(TestDatabase database)
    {
        var app = await apps.OnAsync(database);
        var person = await app.OpenAccountAsync("ada@example.org");
        await app.RunAsync(RecurringJob.Reviews);
        var outboxMessage = new OutboxMessage(person, OutboxMessageKind.ResetPassword, "test", null, app.Clock.Now);
        await app.WithDbAsync(person, async db =>
        {
            db.OutboxMessages.Add(outboxMessage);
            await db.SaveChangesAsync();
        });
        Assert.Equal(("Healthy", ""), await ReadyAsync(app));

        app.Clock.Now += TimeSpan.FromMinutes(6);
        await app.RunAsync(RecurringJob.Reviews);
        Assert.Equal(("Degraded", "mail"), await ReadyAsync(app));

        await app.RunAsync(RecurringJob.Delivery);
        Assert.Equal(("Healthy", ""), await ReadyAsync(app));

        // Reported after the first failure, not after the last attempt
        await app.WithDbAsync(person, db =>
            db.OutboxMessages.ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.State, OutboxMessageState.Pending)
                    .SetProperty(row => row.Error, "the disk is full")
                    .SetProperty(row => row.DueAt, app.Clock.Now.AddMinutes(1))
            )
        );
        Assert.Equal(("Degraded", "mail"), await ReadyAsync(app));
    }

    private static async Task<(string Status, string Unhealthy)> ReadyAsync(TestApp app)
    {
        using var health = await app.Anonymous().GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using var ready = await app.Anonymous().GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var report = JsonDocument.Parse(await ready.Content.ReadAsStringAsync()).RootElement;
        var unwell = report
            .GetProperty("checks")
            .EnumerateObject()
            .Where(check => check.Value.GetProperty("status").GetString() != "Healthy");
        return (report.GetProperty("status").GetString()!, string.Join(",", unwell.Select(check => check.Name)));
    }
}
