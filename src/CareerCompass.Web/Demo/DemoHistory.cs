using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Demo.Stories;

namespace CareerCompass.Web.Demo;

/// <summary>Simulates the app and its person day by day: evaluations and reviews at the times of the sweep, then time
/// entries, ticks and plan changes in the evening.</summary>
internal sealed class DemoHistory(
    Person person,
    IReadOnlyList<GoalStory> stories,
    DemoDirection direction,
    IReadOnlyList<Capacity> capacities,
    TimeOff off,
    TimeOff upcomingTimeOff,
    DateTime now
)
{
    private static readonly string[] Ranking = [LeadStory.Goal.Title, CloudStory.Goal.Title];

    private readonly TimeZoneInfo zone = person.GetTimeZone();
    private readonly List<GoalSimulation> simulations =
    [
        .. stories.Select(story => new GoalSimulation(story, person.Today(now))),
    ];
    private readonly DemoRuleContext ruleContexts = new(direction, capacities, off, person.GetTimeZone());
    private readonly List<OwnedEntity> rows = [];
    private readonly List<Prompt> prompts = [];
    private readonly HashSet<(Guid, DateOnly)> recordedWeeks = [];
    private readonly HashSet<DateOnly> plannedWeeks = [];
    private LastReviewDates last;
    private Review? latest;
    private Forecaster? forecaster;

    public IReadOnlyList<OwnedEntity> Simulate(DateOnly first)
    {
        var taken = new Dictionary<int, int>();
        simulations.ForEach(walk => walk.LogTime(taken, IsOff));
        for (var day = first; day <= person.Today(now); day = day.AddDays(1))
        {
            AdvanceTo(day, new TimeOnly(0, 0));
            EvaluateGoals(day);
            ReviewOn(day);
            EndDay(day);
        }

        // With more than three prompts waiting, the least important one is snoozed
        var today = person.Today(now);
        prompts
            .Where(prompt => prompt.State == PromptState.Open)
            .OrderBy(prompt => prompt.Rule.Rank())
            .Skip(3)
            .LastOrDefault()
            ?.Snooze(today.AddDays(6), today);
        person.EnsureScheduled(last, now);
        rows.AddRange(
            simulations.Select(walk => walk.RecurringTask?.CreateFirstOccurrence(today, 99)).OfType<PlanTask>()
        );
        return [.. rows, .. prompts];
    }

    private IEnumerable<GoalSimulation> Active => simulations.Where(walk => walk.Goal?.State == GoalState.Active);

    private bool IsOff(DateOnly day) => day >= off.FirstDay && day <= off.LastDay;

    private DateTime AdvanceTo(DateOnly day, TimeOnly time)
    {
        var at = LocalTime.ToUtc(day, time, zone);
        simulations.ForEach(walk => walk.AdvanceTo(day, at));
        return at;
    }

    private GoalStatus StatusOf(GoalSimulation walk, DateOnly day) =>
        GoalStatus.Evaluate(walk.Facts(), ForecasterOn(day));

    /// <summary>Computes what <see cref="ForecastQueries"/> would read from the database.</summary>
    private Forecaster ForecasterOn(DateOnly day) =>
        forecaster?.Inputs.Today == day
            ? forecaster
            : forecaster = new Forecaster(
                new ForecastInputs
                {
                    Plan = new ScheduleInputs
                    {
                        Today = day,
                        Capacities = [.. capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))],
                        Goals =
                        [
                            .. simulations
                                .Where(walk => walk.Goal?.State is GoalState.Active or GoalState.Paused)
                                .OrderBy(walk => walk.Goal!.Priority)
                                .ThenBy(walk => walk.Goal!.Id)
                                .Select(walk => walk.ToSchedulable()),
                        ],
                        DaysOff =
                        [
                            new(off.FirstDay, off.LastDay),
                            new(upcomingTimeOff.FirstDay, upcomingTimeOff.LastDay),
                        ],
                    },
                    PastTasks =
                    [
                        .. simulations.Where(walk => walk.Goal is not null).SelectMany(walk => walk.PastTasks()),
                    ],
                }
            );

    private void EvaluateGoals(DateOnly day)
    {
        var standings = simulations
            .Where(walk => walk.Goal?.State is GoalState.Active or GoalState.Paused)
            .Select(walk => (Walk: walk, Standing: StatusOf(walk, day)))
            .ToList();
        var week = IsoWeek.Monday(day);
        var offCourseBefore = rows.OfType<ForecastRecord>()
            .Where(record => record.Week == week.AddDays(-7))
            .Where(record => record.Status is GoalStatusKind.OffCourse or GoalStatusKind.Drifting)
            .Select(record => record.GoalId)
            .ToHashSet();
        var ruleContext = ruleContexts.ForDay(day, [.. standings.Select(pair => pair.Standing)], rows) with
        {
            OffCourseBefore = offCourseBefore,
        };
        var waiting = prompts.Where(prompt => prompt.IsWaiting || prompt.QuietUntil > day).ToList();
        prompts.AddRange(
            Prompt.Evaluate(person.Id, ruleContext.EvaluateRules(), waiting, day, simulations[0].Now, IsOff(day))
        );
        foreach (
            var (walk, goalStatus) in standings.Where(pair =>
                pair.Walk.Goal!.State == GoalState.Active && recordedWeeks.Add((pair.Walk.Goal.Id, week))
            )
        )
        {
            rows.Add(new ForecastRecord(person.Id, goalStatus, day));
        }

        if (plannedWeeks.Add(week))
        {
            rows.AddRange(WeekPlanTask.For(person.Id, ForecasterOn(day).Schedule, week));
        }
    }

    private void ReviewOn(DateOnly day)
    {
        var due = ReviewCalendar.Next(
            person.Rhythm,
            zone,
            LocalTime.ToUtc(day, TimeOnly.MinValue, zone).AddTicks(-1),
            last
        );
        if (due.Date != day || due.OpensAt > now || !Active.Any())
        {
            return;
        }

        latest?.Fold();
        AdvanceTo(day, person.Rhythm.Time);
        latest = new Review(person.Id, due, due.OpensAt);
        rows.Add(latest);
        last = last.With(due.Kind, due.Date);
        EvaluateGoals(day);

        // The current week's review is left open for the visitor
        if (!IsOff(day) && ReviewCalendar.Next(person.Rhythm, zone, due.OpensAt, last).OpensAt <= now)
        {
            Answer(latest, day);
        }
    }

    private void Answer(Review review, DateOnly day)
    {
        var at = review.OpenedAt.AddMinutes(8);
        foreach (var walk in Active.Where(walk => walk.Story.IgnoredFrom is not { } from || day < walk.DayToDate(from)))
        {
            var (progressRating, confidence) = DemoTexts.ProgressFor(StatusOf(walk, day).Kind, walk.CheckIns);
            if (DemoTexts.HasDoneStep(walk))
            {
                // Must happen before the next step is set
                walk.LastCheckIn?.SetNextStepDone(true, at);
            }

            walk.LastCheckIn = new CheckIn(
                review,
                walk.Goal!.Id,
                progressRating,
                confidence,
                DemoTexts.Obstacle(walk),
                DemoTexts.NextStep(walk),
                at
            );
            rows.Add(walk.LastCheckIn);
            walk.LastCheckInOn = day;
            walk.CheckIns++;
            at = at.AddMinutes(6);
        }

        // Prompts open for a week are declined, except recent off-course ones, left for the visitor
        var lately = day > person.Today(now).AddDays(-35);
        foreach (
            var prompt in prompts.Where(prompt =>
                prompt.State == PromptState.Open
                && prompt.QuietFrom <= day.AddDays(-7)
                && !(lately && prompt.Rule is PromptRule.OffCourse or PromptRule.Drifting or PromptRule.NoNextStep)
            )
        )
        {
            prompt.Decline(DemoTexts.DeclineReason(prompt.Rule), null, day, at);
        }

        review.AnswerQuestions(DemoTexts.Answers(review));
        review.Complete(DemoTexts.Learned(review), at.AddMinutes(4));
    }

    private void EndDay(DateOnly day)
    {
        if (AdvanceTo(day, new TimeOnly(19, 30)) > now)
        {
            return;
        }

        foreach (var walk in simulations)
        {
            if (walk.Goal is null && walk.DayToDate(walk.Story.StartDay) == day)
            {
                var goal = walk.Story.Predecessor is { } left ? StartNewPath(left, walk) : walk.Start(person.Id);
                goal.AlignWith(direction.Area(walk.Story.Area), direction.Aspiration(walk.Story.Aspiration));
                rows.Add(goal);
                Rank(goal);
                rows.AddRange(
                    walk.Story.Tripwires.Select(storyTripwire => new Tripwire(
                        goal,
                        storyTripwire.Premise,
                        storyTripwire.Test,
                        storyTripwire.Otherwise,
                        walk.DayToDate(storyTripwire.Day),
                        day
                    ))
                );
            }

            if (walk.Goal is not null)
            {
                ChangePlan(walk, day);
            }
        }
    }

    // Above the active goals that matter less to the person
    private void Rank(Goal goal)
    {
        bool moved;
        do
        {
            var goals = rows.OfType<Goal>().OrderBy(row => row.Priority).ThenBy(row => row.Id).ToList();
            var above = goals.TakeWhile(row => row != goal).LastOrDefault(row => row.State == goal.State);
            moved = above is not null && RankOf(goal) < RankOf(above) && goal.Move(goals, up: true);
        } while (moved);
    }

    private static int RankOf(Goal goal) =>
        Array.IndexOf(Ranking, goal.Title) is var rank && rank < 0 ? Ranking.Length : rank;

    private void ChangePlan(GoalSimulation walk, DateOnly day)
    {
        if (walk.AddTasksOfToday() || walk.LatestRevision is null)
        {
            RecordRevision(walk, Revision.RecordEdit(walk.Goal!, walk.LatestRevision, walk.Now));
        }

        rows.AddRange(walk.StartRecurringTask() is { } recurringTask ? [recurringTask] : []);
        rows.AddRange(walk.TimeEntries());
        walk.MarkDone();
        foreach (
            var storyDecision in walk.Story.Decisions.Where(storyDecision => walk.DayToDate(storyDecision.Day) == day)
        )
        {
            if (storyDecision.Apply(walk) is not { } correction)
            {
                RecordRevision(walk, Revision.RecordEdit(walk.Goal!, walk.LatestRevision, walk.Now));
                continue;
            }

            RecordCorrection(walk, correction);
        }
    }

    private Goal StartNewPath(GoalStory.ReplacedGoal replacedGoal, GoalSimulation successor)
    {
        var left = simulations.Single(walk => walk.Story.Title == replacedGoal.Title);
        var path = new NewPath(
            successor.Story.Title,
            successor.Story.Why,
            successor.Story.DoneWhen,
            successor.DayToDate(successor.Story.TargetDay),
            new HashSet<Guid>(),
            IncludeMilestones: false,
            RetireOriginal: true
        );
        var (correction, goal, _) = left.Goal!.StartNewPath(path, [], replacedGoal.Rationale, left.Today, left.Now);
        RecordCorrection(left, correction);
        return successor.Start(goal);
    }

    private void RecordCorrection(GoalSimulation walk, Correction correction)
    {
        rows.Add(walk.LastCorrection = correction);
        RecordRevision(walk, Revision.RecordSealed(walk.Goal!, walk.LatestRevision, correction, walk.Now));
        foreach (
            var prompt in prompts.Where(prompt => prompt.GoalId == walk.Goal!.Id && prompt.State == PromptState.Open)
        )
        {
            prompt.AnswerWith(correction, walk.Now);
        }
    }

    private void RecordRevision(GoalSimulation walk, Revision? revision)
    {
        if (revision is not null)
        {
            walk.LatestRevision = revision;
            rows.Add(revision);
        }
    }
}
