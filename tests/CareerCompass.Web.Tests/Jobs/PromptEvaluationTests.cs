using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Persistence;
using CareerCompass.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Jobs;

public sealed class PromptEvaluationTests(TestApps apps) : IClassFixture<TestApps>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TestApp.Start);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_missed_milestone_is_told_with_its_open_tasks_and_not_in_a_pause(TestDatabase database)
    {
        var (app, goal) = await WithGoalAsync(database);
        await app.WithDbAsync(goal.OwnerId, db =>
            db.Milestones.ExecuteUpdateAsync(set => set.SetProperty(row => row.Date, Today.AddDays(-3)))
        );

        var prompt = await RaisedAsync(app, goal.OwnerId, PromptRule.MilestoneMissed);

        var missed = Assert.IsType<MissedMilestoneEvidence>(prompt!.Evidence);
        Assert.Equal(
            ("Halfway", Today.AddDays(-3), 1, 120),
            (missed.Title, missed.Date, missed.Open, missed.OpenMinutes)
        );
        Assert.Equal((goal.Id, missed.MilestoneId), (prompt.GoalId!.Value, prompt.SubjectId));
        await app.ChangeAsync(goal, (route, db) =>
            db.Corrections.Add(route.Pause(Today.AddDays(60), new("Exams"), Today, app.Clock.Now))
        );
        await SweepAsync(app, 2);
        Assert.Equal(
            PromptState.Withdrawn,
            (await PromptsAsync(app, goal.OwnerId)).Single(row => row.Rule == PromptRule.MilestoneMissed).State
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_week_ahead_that_is_too_full_is_told_with_what_repeats(TestDatabase database)
    {
        var (app, goal) = await WithGoalAsync(database);
        var week = IsoWeek.Monday(Today).AddDays(7);
        await app.WithDbAsync(goal.OwnerId, async db =>
        {
            var plan = (await db.LoadPlanAsync(goal.Id))!;
            plan.EditTask(plan.Tasks[0], "Read a book about it", 280, plan.Tasks[0].MilestoneId, null);
            plan.PinTask(plan.Tasks[0], week, Today);
            db.Add(
                new RecurringTask(
                    goal.OwnerId,
                    goal.Id,
                    "Practise",
                    "FREQ=WEEKLY;BYDAY=TU,TH",
                    Today.AddDays(-30),
                    null,
                    30
                )
            );
            await db.SaveChangesAsync();
        });

        var full = Assert.IsType<OvercommitmentEvidence>(
            (await RaisedAsync(app, goal.OwnerId, PromptRule.Overcommitted))!.Evidence
        );

        Assert.Equal(new OvercommitmentEvidence(week, 340, 300, 1, goal.Id, goal.Title), full);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Falling_confidence_is_told_from_the_check_ins(TestDatabase database)
    {
        var (app, goal) = await WithGoalAsync(database);
        await app.WithDbAsync(goal.OwnerId, async db =>
        {
            foreach (var (week, confidence) in new[] { (3, 9), (2, 8), (1, 6) })
            {
                var day = Today.AddDays(-7 * week);
                var review = new Review(
                    goal.OwnerId,
                    new ScheduledReview(ReviewKind.Weekly, IsoWeek.Monday(day), day, app.Clock.Now.AddDays(-7 * week)),
                    app.Clock.Now.AddDays(-7 * week)
                );
                db.AddRange(
                    review,
                    new CheckIn(
                        review,
                        goal.Id,
                        ProgressRating.Behind,
                        confidence,
                        null,
                        null,
                        app.Clock.Now.AddDays(-7 * week)
                    )
                );
            }

            await db.SaveChangesAsync();
            await db.Goals.ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedOn, Today.AddDays(-40)));
        });

        var told = Assert.IsType<ConfidenceEvidence>(
            (await RaisedAsync(app, goal.OwnerId, PromptRule.FallingConfidence))!.Evidence
        );

        Assert.Equal((60, 80, 90), (told.Latest, told.Previous![0], told.Previous[1]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_drift_of_attention_is_told_from_effort_and_areas(TestDatabase database)
    {
        var (app, goal) = await WithGoalAsync(database);
        var (craft, people) = (new FocusArea(goal.OwnerId, "Craft", 40), new FocusArea(goal.OwnerId, "People", 60, 1));
        await app.ChangeAsync(goal, (route, db) =>
        {
            db.AddRange(craft, people);
            route.AlignWith(craft, null);
            db.AddRange(
                new TimeEntry(goal.OwnerId, goal.Id, null, Today.AddDays(-2), 300, Today),
                new TimeEntry(goal.OwnerId, goal.Id, null, Today.AddDays(-40), 300, Today)
            );
        });

        var told = Assert.IsType<AttentionDriftEvidence>(
            (await RaisedAsync(app, goal.OwnerId, PromptRule.AttentionDrift))!.Evidence
        );

        Assert.Equal(
            (100, 40, true),
            (told.Overserved!.RecentShare, told.Overserved.WantedShare, told.Overserved.HasGoal)
        );
        Assert.Equal(
            ("People", 0, false),
            (told.Underserved!.Name, told.Underserved.LongTermShare, told.Underserved.HasGoal)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_direction_asks_about_goals_that_were_not_touched_since(TestDatabase database)
    {
        var (app, goal) = await WithGoalAsync(database);
        await app.WithDbAsync(goal.OwnerId, async db =>
        {
            await db.Goals.ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedOn, Today.AddDays(-40)));
            await db.Revisions.ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.EditedAt, app.Clock.Now.AddDays(-30))
            );
            var direction = new Direction(goal.OwnerId, "Lead people");
            direction.ChangeStatement("Found a company", app.Clock.Now.AddDays(-1));
            db.Add(direction);
            await db.SaveChangesAsync();
        });

        var told = Assert.IsType<DirectionChangeEvidence>(
            (await RaisedAsync(app, goal.OwnerId, PromptRule.DirectionChanged))!.Evidence
        );
        Assert.Equal(
            (DirectionPart.Statement, Today.AddDays(-1), goal.Id),
            (told.Part, told.ChangedOn, Assert.Single(told.AffectedGoals!).Id)
        );

        await app.WithDbAsync(goal.OwnerId, db =>
            db.Revisions.ExecuteUpdateAsync(set => set.SetProperty(row => row.EditedAt, app.Clock.Now))
        );
        await SweepAsync(app, 2);
        Assert.Equal(
            PromptState.Withdrawn,
            (await PromptsAsync(app, goal.OwnerId)).Single(row => row.Rule == PromptRule.DirectionChanged).State
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Reviews_that_pass_by_are_told_when_the_third_opens_and_days_off_do_not_count(
        TestDatabase database
    )
    {
        var (app, goal) = await WithGoalAsync(database);
        var monday = new DateTime(2027, 3, 8, 9, 0, 0, DateTimeKind.Utc);
        foreach (var week in new[] { 0, 1 })
        {
            await AtAsync(app, monday.AddDays(7 * week));
        }

        Assert.DoesNotContain(await PromptsAsync(app, goal.OwnerId), row => row.Rule == PromptRule.ReviewsSkipped);
        await app.WithDbAsync(goal.OwnerId, async db =>
        {
            db.Add(new TimeOff(goal.OwnerId, new DateOnly(2027, 3, 8), new DateOnly(2027, 3, 12)));
            await db.SaveChangesAsync();
        });
        await AtAsync(app, monday.AddDays(14));
        Assert.DoesNotContain(await PromptsAsync(app, goal.OwnerId), row => row.Rule == PromptRule.ReviewsSkipped);
        await AtAsync(app, monday.AddDays(21));

        var prompt = (await PromptsAsync(app, goal.OwnerId)).Single(row => row.Rule == PromptRule.ReviewsSkipped);
        Assert.Equal(
            (null, new SkippedReviewsEvidence(2, new DateOnly(2027, 3, 15), null)),
            (prompt.GoalId, Assert.IsType<SkippedReviewsEvidence>(prompt.Evidence))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task On_a_day_off_nobody_is_asked_anything_new(TestDatabase database)
    {
        var (app, goal) = await WithGoalAsync(database, estimate: null);
        await app.WithDbAsync(goal.OwnerId, async db =>
        {
            db.Add(new TimeOff(goal.OwnerId, Today, Today.AddDays(3)));
            await db.SaveChangesAsync();
        });

        await SweepAsync(app, 3);
        Assert.Empty(await PromptsAsync(app, goal.OwnerId));
        await SweepAsync(app, 4);
        Assert.Equal([PromptRule.NoNextStep], (await PromptsAsync(app, goal.OwnerId)).Select(row => row.Rule));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_asked_about_the_person_is_unique_and_goes_with_the_last_goal(TestDatabase database)
    {
        var (app, goal) = await WithGoalAsync(database);
        for (var i = 0; i < 5; i++)
        {
            await app.GoalAsync(goal.OwnerId, $"Goal {i}");
        }

        var prompt = await RaisedAsync(app, goal.OwnerId, PromptRule.TooManyGoals);
        Assert.Equal(new TooManyGoalsEvidence(6, 300), prompt!.Evidence);
        await Assert.ThrowsAsync<DbUpdateException>(() => app.WithDbAsync(goal.OwnerId, async db =>
            {
                db.Add(
                    new Prompt(
                        goal.OwnerId,
                        null,
                        PromptRule.TooManyGoals,
                        prompt.Evidence,
                        prompt.QuietFrom,
                        app.Clock.Now
                    )
                );
                await db.SaveChangesAsync();
            }));
        await app.WithDbAsync(goal.OwnerId, db =>
            db.Goals.ExecuteUpdateAsync(set => set.SetProperty(row => row.TrashedAt, app.Clock.Now))
        );
        await SweepAsync(app, 2);
        Assert.Equal(
            PromptState.Withdrawn,
            (await PromptsAsync(app, goal.OwnerId)).Single(row => row.Rule == PromptRule.TooManyGoals).State
        );
    }

    private async Task<(TestApp App, Goal Goal)> WithGoalAsync(TestDatabase database, int? estimate = 120)
    {
        var app = await apps.OnAsync(database);
        return (app, await app.GoalAsync(await app.OpenAccountAsync("ada@example.org"), estimate: estimate));
    }

    private static async Task<Prompt?> RaisedAsync(TestApp app, Guid person, PromptRule rule)
    {
        await SweepAsync(app, 1);
        return (await PromptsAsync(app, person)).SingleOrDefault(prompt => prompt.Rule == rule);
    }

    private static Task SweepAsync(TestApp app, int day) => AtAsync(app, TestApp.Start.AddDays(day));

    private static async Task AtAsync(TestApp app, DateTime now)
    {
        app.Clock.Now = now;
        await app.RunAsync(RecurringJob.Reviews);
    }

    private static Task<List<Prompt>> PromptsAsync(TestApp app, Guid person) =>
        app.WithDbAsync(person, db => db.Prompts.OrderBy(prompt => prompt.RaisedAt).ToListAsync());
}
