using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class StopTests
{
    [Fact]
    public async Task Asked_to_stop_while_a_mail_server_hangs_the_process_ends_in_time_and_the_message_goes_once_later()
    {
        // Accepts connections but never responds
        using var dead = new TcpListener(IPAddress.Loopback, 0);
        dead.Start();
        await using var app = await TestApp.StartAsync();
        await app.OpenAccountAsync("ada@example.org");
        using (var _ = await app.Anonymous().PostFormAsync("/account/forgot", ("Input.Email", "ada@example.org")))
        {
            Assert.Equal(1, await CountAsync(app, OutboxMessageState.Pending, OutboxMessageKind.ResetPassword));
        }

        var port = ((IPEndPoint)dead.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var offset = (TestApp.Start - TimeProvider.System.GetUtcNow().UtcDateTime).ToString(
            "c",
            CultureInfo.InvariantCulture
        );
        using (
            var process = AppProcess.Start(
                app,
                ("Jobs:Enabled", "true"),
                ("Clock:Offset", offset),
                ("Mail:Smtp:Host", "127.0.0.1"),
                ("Mail:Smtp:Port", port),
                ("Mail:Smtp:StartTls", "false")
            )
        )
        {
            await Poll.UntilAsync(
                async () =>
                    await app.WithDbAsync(Guid.Empty, db =>
                        db.OutboxMessages.IgnoreQueryFilters()
                            .AnyAsync(outboxMessage => outboxMessage.State == OutboxMessageState.Sending)
                    ),
                () => process.Output
            );
            var started = Stopwatch.GetTimestamp();
            await process.StopAsync();

            Assert.True(
                Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10),
                $"It took {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s."
            );
            Assert.True(process.ExitCode == 0, $"{process.ExitCode} {process.Output}");
            Assert.DoesNotContain("fail:", process.Output);
            Assert.DoesNotContain("crit:", process.Output);
        }

        Assert.False(
            await app.WithDbAsync(Guid.Empty, db =>
                db.JobStatuses.AnyAsync(status => status.Job == RecurringJob.Delivery.Name && status.Failures > 0)
            )
        );

        // When the lease has expired, the next start sends it, exactly once
        app.Clock.Now += OutboxMessage.LeaseTime + TimeSpan.FromMinutes(3);
        await app.RunAsync(RecurringJob.Delivery);
        await app.RunAsync(RecurringJob.Delivery);
        Assert.Equal(1, await CountAsync(app, OutboxMessageState.Sent, OutboxMessageKind.ResetPassword));
        Assert.Single(Directory.GetFiles(app.MailFolder), file =>
            File.ReadAllText(file).Contains("password", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_job_that_was_stopped_records_no_run_and_no_error()
    {
        await using var app = await TestApp.StartAsync();
        using var stop = new CancellationTokenSource();
        var job = new RecurringJob("slow", "", async (_, _, cancellation) =>
        {
            await stop.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return 1;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            app.Services.GetRequiredService<JobRunner>().RunAsync(job, stop.Token)
        );

        Assert.False(await app.WithDbAsync(Guid.Empty, db => db.JobStatuses.AnyAsync()));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("slow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_job_threw_is_not_hidden_by_a_run_that_cannot_be_recorded()
    {
        await using var app = await TestApp.StartAsync();
        await app.WithDbAsync(Guid.Empty, db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "JobStatuses" """));
        var job = new RecurringJob("bad", "", (_, _, _) => throw new FormatException("Its own reason."));

        Assert.Equal("Its own reason.", (await Assert.ThrowsAsync<FormatException>(() => app.RunAsync(job))).Message);
        Assert.Contains(app.Log.Lines, line =>
            line.Contains("The run of job bad could not be recorded", StringComparison.Ordinal)
        );
    }

    private static Task<int> CountAsync(TestApp app, OutboxMessageState state, OutboxMessageKind kind) =>
        app.WithDbAsync(Guid.Empty, db =>
            db.OutboxMessages.IgnoreQueryFilters()
                .CountAsync(outboxMessage => outboxMessage.State == state && outboxMessage.Kind == kind)
        );
}
