using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;

namespace CareerCompass.Web.Data.Demo;

/// <summary>
/// Walks a calendar day by day up to an instant and does what the app and its person would have done: looks and reviews
/// at the hours at which the sweep makes them, then time, ticks and changes of the plan in the evening.
/// </summary>
internal sealed class DemoYear(
    Person person, IReadOnlyList<GoalStory> stories, DemoDirection direction, IReadOnlyList<Capacity> capacities, TimeOff off, DateTime now)
{
    private readonly TimeZoneInfo zone = person.GetTimeZone();
    private readonly List<GoalWalk> walks = [.. stories.Select(story => new GoalWalk(story, person.Today(now)))];
    private readonly DemoSituation situations = new(direction, capacities, off, person.GetTimeZone());
    private readonly List<OwnedEntity> rows = [];
    private readonly List<Prompt> prompts = [];
    private readonly HashSet<(Guid, DateOnly)> sighted = [];
    private LastReviewDates last;
    private Review? latest;
    private Forecaster? forecaster;

    /// <returns>All that was made on the way, goals with their routes included.</returns>
    public IReadOnlyList<OwnedEntity> Walk(DateOnly first)
    {
        var taken = new Dictionary<int, int>();
        walks.ForEach(walk => walk.Invest(taken, IsOff));
        for (var day = first; day <= person.Today(now); day = day.AddDays(1))
        {
            At(day, new TimeOnly(0, 0));
            Look(day);
            ReviewOn(day);
            Evening(day);
        }

        // where more than three wait, the one that matters least was put off
        var today = person.Today(now);
        prompts.Where(prompt => prompt.State == PromptState.Open).OrderBy(prompt => prompt.Rule.Rank()).Skip(3).LastOrDefault()?.Snooze(today.AddDays(6), today);
        person.EnsureScheduled(last, now);
        return [.. rows, .. prompts];
    }

    private IEnumerable<GoalWalk> Active => walks.Where(walk => walk.Goal?.State == GoalState.Active);

    private bool IsOff(DateOnly day) => day >= off.FirstDay && day <= off.LastDay;

    private DateTime At(DateOnly day, TimeOnly time)
    {
        var at = LocalTime.ToUtc(day, time, zone);
        walks.ForEach(walk => walk.At(day, at));
        return at;
    }

    private GoalStatus Stand(GoalWalk walk, DateOnly day) => GoalStatus.Evaluate(walk.Facts(), OutlookOn(day));

    /// <summary>As <see cref="OutlookReads"/> reads it, from what is at hand.</summary>
    private Forecaster OutlookOn(DateOnly day) => forecaster?.Inputs.Today == day ? forecaster : forecaster = new Forecaster(new ForecastInputs
    {
        Today = day,
        Capacities = [.. capacities.Select(row => new WeekMinutes(row.FromWeek, row.Minutes))],
        ActiveGoalIds = [.. Active.Select(walk => walk.Goal!.Id)],
        PastTasks = [.. walks.Where(walk => walk.Goal is not null).SelectMany(walk => walk.Past())],
        DaysOff = [new(off.FirstDay, off.LastDay)],
    });

    private void Look(DateOnly day)
    {
        var standings = walks.Where(walk => walk.Goal?.State is GoalState.Active or GoalState.Paused).Select(walk => (Walk: walk, Standing: Stand(walk, day))).ToList();
        var ruleContext = situations.On(day, [.. standings.Select(pair => pair.Standing)], rows);
        var waiting = prompts.Where(prompt => prompt.IsWaiting || prompt.QuietUntil > day).ToList();
        prompts.AddRange(Prompt.Evaluate(person.Id, ruleContext.EvaluateRules(), waiting, day, walks[0].Now, IsOff(day)));
        foreach (var (walk, goalStatus) in standings.Where(pair => pair.Walk.Goal!.State == GoalState.Active && sighted.Add((pair.Walk.Goal.Id, IsoWeek.Monday(day)))))
        {
            rows.Add(new ForecastRecord(person.Id, goalStatus, day));
        }
    }

    private void ReviewOn(DateOnly day)
    {
        var due = ReviewCalendar.Next(person.Rhythm, zone, LocalTime.ToUtc(day, TimeOnly.MinValue, zone).AddTicks(-1), last);
        if (due.Date != day || due.OpensAt > now || !Active.Any())
        {
            return;
        }

        latest?.Fold();
        At(day, person.Rhythm.Time);
        latest = new Review(person.Id, due, due.OpensAt);
        rows.Add(latest);
        last = last.With(due.Kind, due.Date);
        Look(day);

        // the review of this week is left for the visitor
        if (!IsOff(day) && ReviewCalendar.Next(person.Rhythm, zone, due.OpensAt, last).OpensAt <= now)
        {
            Answer(latest, day);
        }
    }

    private void Answer(Review review, DateOnly day)
    {
        var at = review.OpenedAt.AddMinutes(8);
        foreach (var walk in Active.Where(walk => walk.Story.ForgottenFrom is not { } from || day < walk.Date(from)))
        {
            var (progressRating, confidence) = DemoWords.Feel(Stand(walk, day).Kind, walk.CheckIns);
            if (DemoWords.DidStep(walk))
            {
                walk.Said?.SetNextStepDone(true, at); // before it is asked for the next
            }

            walk.Said = new CheckIn(review, walk.Goal!.Id, progressRating, confidence, DemoWords.Obstacle(walk), DemoWords.NextStep(walk), at);
            rows.Add(walk.Said);
            walk.LastCheckIn = day;
            walk.CheckIns++;
            at = at.AddMinutes(6);
        }

        // what has been on the table for a week and led to no change was seen and left, but lately what goes off course waits for the visitor
        var lately = day > person.Today(now).AddDays(-35);
        foreach (var prompt in prompts.Where(prompt => prompt.State == PromptState.Open && prompt.QuietFrom <= day.AddDays(-7)
            && !(lately && prompt.Rule is PromptRule.OffCourse or PromptRule.Drifting or PromptRule.NoNextStep)))
        {
            prompt.Decline(DemoWords.DeclineReason(prompt.Rule), null, day, at);
        }

        review.AnswerQuestions(DemoWords.Answers(review));
        review.Complete(DemoWords.Learned(review), at.AddMinutes(4));
    }

    private void Evening(DateOnly day)
    {
        if (At(day, new TimeOnly(19, 30)) > now)
        {
            return;
        }

        foreach (var walk in walks)
        {
            if (walk.Goal is null && walk.Date(walk.Story.Set) == day)
            {
                var goal = walk.Story.InsteadOf is { } left ? Leave(left, walk) : walk.Begin(person.Id);
                goal.AlignWith(direction.Area(walk.Story.Area), direction.Aspiration(walk.Story.Aspiration));
                rows.Add(goal);
                rows.AddRange(walk.Story.Tripwires.Select(wire => new Tripwire(goal, wire.Premise, wire.Test, wire.Otherwise, walk.Date(wire.Day), day)));
            }

            if (walk.Goal is not null)
            {
                Change(walk, day);
            }
        }
    }

    private void Change(GoalWalk walk, DateOnly day)
    {
        if (walk.Plan() || walk.Latest is null)
        {
            Keep(walk, Revision.RecordEdit(walk.Goal!, walk.Latest, walk.Now));
        }

        rows.AddRange(walk.TimeEntries());
        walk.Tick();
        foreach (var turn in walk.Story.Turns.Where(turn => walk.Date(turn.Day) == day))
        {
            if (turn.Do(walk) is not { } correction)
            {
                Keep(walk, Revision.RecordEdit(walk.Goal!, walk.Latest, walk.Now));
                continue;
            }

            Decide(walk, correction);
        }
    }

    private Goal Leave(GoalStory.Detour detour, GoalWalk heir)
    {
        var left = walks.Single(walk => walk.Story.Title == detour.Title);
        var path = new NewPath(heir.Story.Title, heir.Story.Why, heir.Story.DoneWhen, heir.Date(heir.Story.Target), new HashSet<Guid>(), IncludeMilestones: false, RetireOriginal: true);
        var (correction, goal, _) = left.Goal!.StartNewPath(path, [], detour.Rationale, left.Today, left.Now);
        Decide(left, correction);
        return heir.Begin(goal);
    }

    private void Decide(GoalWalk walk, Correction correction)
    {
        rows.Add(walk.Decided = correction);
        Keep(walk, Revision.RecordSealed(walk.Goal!, walk.Latest, correction, walk.Now));
        foreach (var prompt in prompts.Where(prompt => prompt.GoalId == walk.Goal!.Id && prompt.State == PromptState.Open))
        {
            prompt.AnswerWith(correction, walk.Now);
        }
    }

    private void Keep(GoalWalk walk, Revision? revision)
    {
        if (revision is not null)
        {
            walk.Latest = revision;
            rows.Add(revision);
        }
    }
}
