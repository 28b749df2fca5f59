using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Pages.Directions;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Tests.Demo;

public sealed class DemoDataTests(DemoFile file) : IClassFixture<DemoFile>
{
    /// <summary>Around both DST changes, a leap day, New Year, and every weekday at odd hours.</summary>
    public static TheoryData<string> Instants =>
        [
            "2026-11-22T03:00",
            "2026-12-31T22:30",
            "2026-12-31T23:30",
            "2027-01-01T12:00",
            "2027-01-04T07:59",
            "2027-01-04T08:00",
            "2028-02-28T23:30",
            "2028-02-29T00:00",
            "2028-02-29T12:00",
            "2028-03-01T09:00",
            "2027-03-28T00:30",
            "2027-03-28T01:30",
            "2027-10-31T00:30",
            "2027-10-31T23:59",
            "2027-05-03T06:59",
            "2027-05-04T07:00",
            "2027-06-09T18:00",
            "2027-07-15T21:59",
            "2027-08-20T22:01",
            "2027-09-11T05:00",
            "2027-10-01T10:00",
            "2029-02-28T20:00",
        ];

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Every_bearing_that_a_visitor_should_see_is_there_today(string instant)
    {
        var demo = await ReadAsync(instant);
        Assert.Equal(
            new Dictionary<string, GoalStatusKind>
            {
                ["Get promoted to senior engineer"] = GoalStatusKind.Achieved,
                ["Speak German at C1 and pass the Goethe exam"] = GoalStatusKind.Paused,
                ["Lead a team of my own"] = GoalStatusKind.OffCourse,
                ["Launch a small paid app: invoice reminders for freelancers"] = GoalStatusKind.Retired,
                ["Pass the AWS Solutions Architect – Associate exam"] = GoalStatusKind.OnCourse,
                ["Give my first conference talk"] = GoalStatusKind.Drifting,
                ["Find a mentor outside my company"] = GoalStatusKind.NoPlan,
            },
            demo.GoalStatuses.ToDictionary(pair => pair.Key, pair => pair.Value.Kind)
        );
        Assert.All(demo.Goals.Where(goal => goal.State == GoalState.Active), goal =>
            Assert.True(goal.Target > demo.Today)
        );
        Assert.All(demo.Goals, goal => Assert.NotNull(goal.FocusAreaId));
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Open_prompts_say_what_the_goals_bearings_say_with_fresh_numbers(string instant)
    {
        var demo = await ReadAsync(instant);
        var prompts = await demo.Db.Prompts.ToListAsync();
        var open = prompts.Where(prompt => prompt.IsWaiting).ToLookup(prompt => (prompt.GoalId, prompt.Rule));
        foreach (var goalStatus in demo.GoalStatuses.Values)
        {
            if (goalStatus.Facts.State == GoalState.Active && GoalStatusRules.RuleFor(goalStatus) is { } rule)
            {
                var prompt = Assert.Single(open[(goalStatus.Facts.Id, rule)]);
                // Prompts of the last five weeks are left for the visitor
                Assert.InRange(prompt.QuietFrom, demo.Today.AddDays(-42), demo.Today);
                Assert.Equal(goalStatus.Facts.Target, prompt.ForecastEvidence.Target);
                Assert.InRange(
                    prompt.ForecastEvidence.OpenMinutes,
                    goalStatus.Facts.OpenMinutes,
                    goalStatus.Facts.OpenMinutes + 480
                ); // some were completed since
            }
        }

        var corrections = await demo.Db.Corrections.ToListAsync();
        Assert.Equal(10, corrections.Count);
        Assert.All(prompts.Where(prompt => prompt.State == PromptState.Answered), prompt =>
            Assert.Contains(corrections, correction =>
                (correction.GoalId, (DateTime?)correction.DecidedAt) == (prompt.GoalId, prompt.ClosedAt)
            )
        );
        Assert.Contains(prompts, prompt => prompt is { Rule: PromptRule.Stalled, State: PromptState.Answered });
        Assert.All(prompts.GroupBy(prompt => (prompt.GoalId, prompt.Rule, prompt.SubjectId)), same =>
            Assert.All(
                same.OrderBy(prompt => prompt.QuietFrom).Zip(same.OrderBy(prompt => prompt.QuietFrom).Skip(1)),
                pair => Assert.True(pair.Second.QuietFrom >= pair.First.QuietUntil)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task A_goals_facts_are_the_same_whether_the_database_counts_its_tasks_or_its_page_does(string instant)
    {
        var demo = await ReadAsync(instant);
        foreach (var counted in await demo.Db.Facts(demo.Db.Goals).ToListAsync())
        {
            var tasks = await demo
                .Db.Tasks.Where(task => task.GoalId == counted.Id && task.RecurringTaskId == null)
                .Select(task => new PlanSnapshot.TaskSnapshot(
                    task.Id,
                    task.Title,
                    task.Estimate,
                    task.MilestoneId,
                    task.DoneOn,
                    null
                ))
                .ToListAsync();
            var uncounted = counted with
            {
                Open = -1,
                OpenEstimated = -1,
                OpenMinutes = -1,
                Done = -1,
                DoneEstimated = -1,
                DoneMinutes = -1,
                LastTaskDoneOn = null,
            };
            Assert.Equal(counted, uncounted.WithTaskCounts(tasks));
        }
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Revisions_have_no_gaps_and_are_sealed_before_the_next(string instant)
    {
        var demo = await ReadAsync(instant);
        var corrections = await demo.Db.Corrections.ToDictionaryAsync(correction => correction.Id);
        Assert.Equal(
            corrections.Keys.Order(),
            demo.Revisions.Where(revision => revision.CorrectionId is not null)
                .Select(revision => revision.CorrectionId!.Value)
                .Order()
        );
        foreach (var goal in demo.Goals)
        {
            var kept = demo.Revisions.Where(revision => revision.GoalId == goal.Id).ToList();
            Assert.Equal(Enumerable.Range(1, kept.Count), kept.Select(revision => revision.Number));
            Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.True(pair.First.SealedAt <= pair.Second.OpenedAt));
            Assert.All(kept.Zip(kept.Skip(1)), pair =>
                Assert.NotEmpty(
                    PlanDiff.Between(
                        pair.First.ReadSnapshot(),
                        pair.Second.ReadSnapshot(),
                        corrections.GetValueOrDefault(pair.Second.CorrectionId ?? Guid.Empty)
                    )
                )
            );
            Assert.All(kept.Where(revision => revision.CorrectionId is not null), revision =>
                Assert.NotNull(revision.SealedAt)
            );
            Assert.Empty(PlanDiff.Between(kept[^1].ReadSnapshot(), PlanSnapshot.From(goal)));
            Assert.True(kept[^1].EditedAt <= demo.Now);
        }
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Work_lies_within_each_goals_life_and_never_ahead(string instant)
    {
        var demo = await ReadAsync(instant);
        var timeEntries = await demo.Db.TimeEntries.ToListAsync();
        foreach (var goal in demo.Goals)
        {
            var end = goal.EndedOn ?? demo.Today;
            Assert.All(goal.Tasks.Where(task => task.IsDone), task =>
                Assert.InRange(task.DoneOn!.Value, goal.StartedOn, end)
            );
            Assert.All(goal.Tasks.Where(task => task.IsDone), task => Assert.True(task.DoneAt <= demo.Now));
            Assert.All(timeEntries.Where(timeEntry => timeEntry.GoalId == goal.Id), timeEntry =>
                Assert.InRange(timeEntry.Day, goal.StartedOn, end)
            );
            Assert.All(goal.Tasks.Where(task => task.TrashedAt is not null), task =>
                Assert.InRange(task.TrashedAt!.Value, demo.Now.AddDays(-Limits.TrashRetentionDays + 7), demo.Now)
            );
        }

        var off = await demo.Db.TimeOff.OrderBy(row => row.FirstDay).FirstAsync();
        Assert.DoesNotContain(timeEntries, timeEntry => timeEntry.Day >= off.FirstDay && timeEntry.Day <= off.LastDay);
        Assert.True(
            timeEntries.GroupBy(timeEntry => timeEntry.Day).Max(day => day.Sum(timeEntry => timeEntry.Minutes)) <= 300
        );
        Assert.InRange(timeEntries.Sum(timeEntry => timeEntry.Minutes) / 60 / 50.0, 5, 9);
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task A_year_of_reviews_ends_with_an_open_one_for_the_visitor(string instant)
    {
        var demo = await ReadAsync(instant);
        var reviews = await demo.Db.Reviews.OrderBy(review => review.Date).ToListAsync();
        Assert.InRange(reviews.Count, 50, 52);
        Assert.Equal(reviews.Count, reviews.DistinctBy(review => (review.Kind, review.PeriodStart)).Count());
        Assert.All(reviews, review =>
            Assert.True(review.OpenedAt <= demo.Now && (review.CompletedAt ?? demo.Now) <= demo.Now)
        );
        Assert.Equal(2, reviews.Count(review => review.State == ReviewState.Folded));
        Assert.Same(reviews[^1], Assert.Single(reviews, review => review.State == ReviewState.Open));
        Assert.InRange(demo.Now - reviews[^1].OpenedAt, TimeSpan.Zero, TimeSpan.FromDays(7.05));

        // No yearly review on the Monday on which it is about to open
        Assert.Superset(
            new HashSet<ReviewKind> { ReviewKind.Weekly, ReviewKind.Monthly, ReviewKind.Quarterly },
            reviews.Select(review => review.Kind).ToHashSet()
        );

        var last = await PersonQueries.LastReviewsAsync(demo.Db);
        Assert.True(demo.Person.NextReviewAt > demo.Now && demo.Person.NextEvaluationAt > demo.Now);
        Assert.Null(demo.Person.FindDueReview(last, demo.Now));
        Assert.Equal(
            ReviewCalendar.Next(demo.Person.Rhythm, demo.Person.GetTimeZone(), demo.Now, last).OpensAt,
            demo.Person.NextReviewAt
        );
        Assert.True(demo.Person.NextReviewAt - reviews[^1].OpenedAt > TimeSpan.FromDays(6.9));

        var checkIns = await demo.Db.CheckIns.ToListAsync();
        Assert.DoesNotContain(checkIns, checkIn => checkIn.ReviewId == reviews[^1].Id);
        Assert.All(reviews.Where(review => review.State == ReviewState.Completed), review =>
            Assert.Contains(checkIns, checkIn => checkIn.ReviewId == review.Id)
        );
        Assert.Empty(await demo.Db.OutboxMessages.ToListAsync());
        Assert.Contains(await demo.Db.ForecastRecords.ToListAsync(), forecastRecord =>
            forecastRecord.Week == IsoWeek.Monday(demo.Today)
        );
    }

    [Theory]
    [InlineData("2026-11-22T12:00")]
    [InlineData("2027-07-15T21:59")]
    public async Task Several_kinds_of_prompts_are_at_work_and_a_tripwire_asks(string instant)
    {
        var demo = await ReadAsync(instant);
        var prompts = await demo.Db.Prompts.ToListAsync();

        Assert.Equal(
            PromptRule.TripwireReached,
            prompts.Where(prompt => prompt.State == PromptState.Open).MinBy(prompt => prompt.Rule.Rank())!.Rule
        );
        Assert.True(prompts.Select(prompt => prompt.Rule).Distinct().Count() >= 6);
        Assert.Contains(prompts, prompt => prompt.State == PromptState.Declined && prompt.DeclineReason is not null);
        Assert.Contains(prompts, prompt => prompt.GoalId is null);
        Assert.Equal(2, await demo.Db.Tripwires.CountAsync());
        Assert.Equal(
            PromptState.Snoozed,
            prompts.Where(prompt => prompt.IsWaiting).MaxBy(prompt => prompt.Rule.Rank())!.State
        );
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task One_goal_was_left_for_another_path(string instant)
    {
        var demo = await ReadAsync(instant);
        var successor = Assert.Single(demo.Goals, goal => goal.PredecessorGoalId is not null);
        var decision = Assert.Single(
            await demo.Db.Corrections.Where(correction => correction.Kind == CorrectionKind.NewPath).ToListAsync()
        );

        Assert.Equal((decision.GoalId, decision.DecidedOn), (successor.PredecessorGoalId, successor.StartedOn));
        Assert.Equal(GoalState.Retired, demo.Goals.Single(goal => goal.Id == successor.PredecessorGoalId).State);
    }

    [Fact]
    public async Task The_direction_shares_out_all_attention()
    {
        var demo = await ReadAsync("2026-11-22T12:00");
        Assert.Equal(100, await demo.Db.FocusAreas.SumAsync(area => area.Share));
        Assert.NotNull((await demo.Db.Directions.SingleAsync()).Statement);
        Assert.Equal(2, await demo.Db.Aspirations.CountAsync());
        var directionParts = await demo.Db.PartsAsync();
        var lately = Domain.Directions.AttentionBreakdown.From(
            directionParts.FocusAreas,
            await demo.Db.AreaTimeEntriesAsync(demo.Today, 28),
            demo.Today,
            28
        );
        Assert.Equal(
            ("Engineering craft", "Life in Berlin"),
            (lately.OverservedArea?.Name, lately.UnderservedArea?.Name)
        );
        Assert.True(await demo.Db.Tasks.CountAsync(task => task.DoneOn == null && task.IfThen != null) >= 3);
        Assert.Equal(480, (await PersonQueries.CurrentPersonAsync(demo.Db))!.CapacityOn(demo.Today));
    }

    [Fact]
    public async Task The_same_day_tells_the_same_story()
    {
        await using var one = await file.WriteAsync(At("2028-02-29T12:00"));
        await using var two = await file.WriteAsync(At("2028-02-29T12:00"));
        Assert.Equal(await TellAsync(one), await TellAsync(two));
    }

    private static async Task<List<string>> TellAsync(DemoPerson demo)
    {
        var titles = demo.Goals.ToDictionary(goal => goal.Id, goal => goal.Title);
        var told = new List<string>();
        told.AddRange(
            demo.Goals.SelectMany(goal =>
                goal.Tasks.Select(task => $"{goal.Title} {goal.Target} {task.Title} {task.Estimate} {task.DoneAt:O}")
            )
        );
        told.AddRange(
            (await demo.Db.TimeEntries.ToListAsync()).Select(row => $"{titles[row.GoalId]} {row.Day} {row.Minutes}")
        );
        told.AddRange(
            (await demo.Db.Reviews.ToListAsync()).Select(row =>
                $"{row.Kind} {row.Date} {row.State} {row.CompletedAt:O} {row.Learned}"
            )
        );
        told.AddRange(
            (await demo.Db.CheckIns.ToListAsync()).Select(row =>
                $"{titles[row.GoalId]} {row.AnsweredAt:O} {row.Progress} {row.Confidence} {row.Obstacle} {row.NextStep}"
            )
        );
        told.AddRange(
            (await demo.Db.Prompts.ToListAsync()).Select(row =>
                $"{(row.GoalId is { } about ? titles[about] : "")} {row.Rule} {row.RaisedAt:O} {row.State} "
                + $"{System.Text.RegularExpressions.Regex.Replace(row.EvidenceJson, "[0-9a-f-]{36}", "")}"
            )
        );
        told.AddRange(
            (await demo.Db.ForecastRecords.ToListAsync()).Select(row =>
                $"{titles[row.GoalId]} {row.Week} {row.Status} {row.P50}"
            )
        );
        return [.. told.Order(StringComparer.Ordinal)];
    }

    private Task<DemoPerson> ReadAsync(string instant) => file.ReadAsync(At(instant));

    private static DateTime At(string instant) =>
        DateTime.SpecifyKind(
            DateTime.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
            DateTimeKind.Utc
        );
}
