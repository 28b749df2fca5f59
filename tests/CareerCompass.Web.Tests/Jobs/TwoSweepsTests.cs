using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class TwoSweepsTests
{
    private const int Weeks = 2;

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_at_once_open_each_review_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        await using var twin = app.Twin();
        var people = await PeopleAsync(app, 30);
        var due = new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);

        for (var week = 0; week < Weeks; week++)
        {
            app.Clock.Now = twin.Clock.Now = due.AddDays(7 * week);
            using var start = new Barrier(4);
            await Task.WhenAll(Loop(app, start), Loop(twin, start), Loop(app, start), Loop(twin, start));
        }

        await ReviewedOnceAsync(app, people, Weeks);
        Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.JobStatuses.SumAsync(status => status.Failures)));

        static Task Loop(TestApp app, Barrier start) =>
            Task.Run(async () =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 3; i++)
                {
                    await app.RunAsync(RecurringJob.Reviews);
                }
            });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_processes_at_once_open_each_review_once_and_send_each_message_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var people = await PeopleAsync(app, 30);

        // The processes' clocks are an hour after the reviews became due
        var offset = new DateTime(2027, 3, 8, 10, 0, 0, DateTimeKind.Utc) - TimeProvider.System.GetUtcNow().UtcDateTime;
        (string, string)[] settings = [("Clock:Offset", offset.ToString("c")), ("Jobs:Enabled", "true")];
        using (var first = AppProcess.Start(app, settings))
        using (var second = AppProcess.Start(app, settings))
        {
            // Each sweeps and delivers once at start
            await Poll.UntilAsync(
                async () =>
                    first.HasEnded
                    || second.HasEnded
                    || await app.WithDbAsync(Guid.Empty, async db =>
                        await db.JobStatuses.CountAsync(status =>
                            (status.Job == "reviews" || status.Job == "delivery") && status.Runs >= 2
                        ) == 2
                    ),
                () => $"{first.Output}\n{second.Output}"
            );
            Assert.False(first.HasEnded || second.HasEnded, $"{first.Output}\n{second.Output}");
            await Task.WhenAll(first.StopAsync(), second.StopAsync());
        }

        await ReviewedOnceAsync(app, people, 1);

        app.Clock.Now = new DateTime(2027, 3, 8, 11, 0, 0, DateTimeKind.Utc);
        await app.RunAsync(RecurringJob.Delivery);
        Assert.Equal(people.Count, Directory.GetFiles(app.MailFolder, "*.eml").Length);
        Assert.Equal(
            people.Count,
            await app.WithDbAsync(Guid.Empty, db =>
                db.OutboxMessages.IgnoreQueryFilters().CountAsync(outboxMessage => outboxMessage.Attempts == 1)
            )
        );
    }

    [Theory, OnPostgres]
    public async Task Of_three_processes_one_is_killed_while_it_sweeps_and_one_while_it_delivers_and_all_happens_once(
        TestDatabase database
    )
    {
        await using var app = await TestApp.StartAsync(database);
        var people = await PeopleAsync(app, 30);
        var processes = new Dictionary<string, AppProcess>();
        var offset = new DateTime(2027, 3, 8, 10, 0, 0, DateTimeKind.Utc) - TimeProvider.System.GetUtcNow().UtcDateTime;
        try
        {
            // A table lock stops a process midway, and shows which one it is
            await using (var gate = await TableGate.ShutAsync(app, "Reviews"))
            {
                Start("one");
                Start("two");
                Start("three");
                await KillAsync(gate);
            }

            Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.Reviews.IgnoreQueryFilters().CountAsync()));
            await using (var gate = await TableGate.ShutAsync(app, "MailTokens"))
            {
                Start("four");
                await KillAsync(gate);
            }

            // Its messages become available when the lease expires. The others, whose clocks are behind, must be done
            // by then
            await Task.WhenAll(
                processes.Values.Where(process => !process.HasEnded).Select(process => process.StopAsync())
            );
            offset += TimeSpan.FromMinutes(3);
            Start("five");
            await Poll.UntilAsync(
                () =>
                    app.WithDbAsync(Guid.Empty, async db =>
                        await db
                            .OutboxMessages.IgnoreQueryFilters()
                            .CountAsync(outboxMessage => outboxMessage.State == OutboxMessageState.Sent) == people.Count
                    ),
                Outputs
            );
        }
        finally
        {
            foreach (var process in processes.Values)
            {
                process.Dispose();
            }
        }

        await ReviewedOnceAsync(app, people, 1);
        Assert.Equal(people.Count, Directory.GetFiles(app.MailFolder, "*.eml").Length);
        Assert.Equal(0, await app.WithDbAsync(Guid.Empty, db => db.JobStatuses.SumAsync(status => status.Failures)));

        void Start(string name) =>
            processes[name] = AppProcess.Start(
                app,
                ("Jobs:Enabled", "true"),
                ("Clock:Offset", offset.ToString("c")),
                ("Database:ConnectionString", $"{app.Settings["Database:ConnectionString"]};Application Name={name}")
            );

        async Task KillAsync(TableGate gate)
        {
            var name = await gate.WhoWaitsAsync(Outputs);
            processes[name].Kill();
        }

        string Outputs() => string.Join('\n', processes.Select(process => $"{process.Key}: {process.Value.Output}"));
    }

    private static async Task<List<Guid>> PeopleAsync(TestApp app, int number)
    {
        var people = new List<Guid>();
        for (var i = 0; i < number; i++)
        {
            people.Add(await app.OpenAccountAsync($"p{i}@example.org"));
            await app.GoalAsync(people[^1], estimate: i % 3 == 0 ? null : 60);
        }

        return people;
    }

    private static async Task ReviewedOnceAsync(TestApp app, List<Guid> people, int weeks)
    {
        var (reviews, outboxMessages, forecastRecords, prompts) = await app.WithDbAsync(Guid.Empty, async db =>
            (
                await db.Reviews.IgnoreQueryFilters().ToListAsync(),
                await db.OutboxMessages.IgnoreQueryFilters().ToListAsync(),
                await db.ForecastRecords.IgnoreQueryFilters().ToListAsync(),
                await db.Prompts.IgnoreQueryFilters().ToListAsync()
            )
        );
        Assert.All(people, person =>
        {
            var own = reviews.Where(review => review.OwnerId == person).OrderBy(review => review.Date).ToList();
            Assert.Equal(weeks, own.Count);
            Assert.All(own.SkipLast(1), review => Assert.Equal(ReviewState.Folded, review.State));
            Assert.Equal(
                own.Select(review => review.Id).Order(),
                outboxMessages
                    .Where(outboxMessage => outboxMessage.OwnerId == person)
                    .Select(outboxMessage => outboxMessage.SubjectId!.Value)
                    .Order()
            );
            Assert.Equal(weeks, forecastRecords.Count(forecastRecord => forecastRecord.OwnerId == person));
        });
        Assert.Equal(prompts.Count, prompts.DistinctBy(prompt => (prompt.GoalId, prompt.Rule)).Count());
        Assert.Equal(
            (people.Count + 2) / 3,
            prompts.Count(prompt => prompt.Rule == Domain.Corrections.PromptRule.NoNextStep)
        );
    }
}
